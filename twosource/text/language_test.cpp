#include "twosource/text/language.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

TEST_CASE("a few sentences are enough to tell a language") {
  CHECK(detect_language("The harbour of Selne was shut on Monday after divers found cracks in the "
                        "eastern pier.") == "en");
  CHECK(
      detect_language(
          "Der Hafen von Selne wurde am Montag geschlossen, weil Taucher Risse im Pier fanden.") ==
      "de");
  CHECK(
      detect_language(
          "Le port de Selne a été fermé lundi après que des plongeurs ont trouvé des fissures.") ==
      "fr");
  CHECK(detect_language("El puerto de Selne fue cerrado el lunes porque los buzos hallaron grietas "
                        "en el muelle.") == "es");
  CHECK(detect_language(
            "Порт Селне был закрыт в понедельник после того, как водолазы обнаружили трещины.") ==
        "ru");
}

TEST_CASE("a text that is too short or mixed has no language") {
  CHECK(detect_language("").empty());
  CHECK(detect_language("Selne 3, Alba 1").empty());
  CHECK(detect_language("The harbour of Selne was shut on Monday morning by the mayor. "
                        "Порт Селне был закрыт в понедельник утром по решению мэра города.")
            .empty());
}

TEST_CASE("a declared language counts only where the text cannot tell, and in its script") {
  CHECK(settle_language("Selne 3, Alba 1", "de-AT") == "de");
  CHECK(settle_language("Selne 3, Alba 1", "ru").empty());
  CHECK(settle_language("Селне", "ru") == "ru");
  CHECK(settle_language("Селне", "en").empty());
  CHECK(settle_language("2031", "en").empty());
  CHECK(settle_language("Selne 3, Alba 1", "").empty());
  CHECK(settle_language(
            "Der Hafen von Selne wurde am Montag geschlossen, weil Taucher Risse im Pier fanden.",
            "en") == "de");
}

TEST_CASE("broken bytes and giant texts are no trouble") {
  CHECK(detect_language("\xFF\xFE\xC3").empty());
  CHECK(detect_language("The pier is old and was shut, the mayor of Selne said.\xF6\xDD\xB4")
            .empty());
  std::string text;
  while (text.size() < 1'000'000)
    text += "Die Fähre kam nicht, und niemand wusste, warum sie ausblieb. ";
  CHECK(detect_language(text) == "de");
}

}  // namespace
}  // namespace twosource
