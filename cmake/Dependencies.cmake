# Every library comes from the distribution, by name; scripts/setup installs them. Each is used in
# the .cpp files of one place (docs/decisions/0002-libraries.md) and shows in no public header.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)                       # text formatting: everywhere
find_package(nlohmann_json REQUIRED)             # base/json
find_package(TBB REQUIRED)                       # base/parallel
find_package(OpenSSL REQUIRED COMPONENTS Crypto) # base/hash: SHA-256
find_package(ICU REQUIRED COMPONENTS uc i18n)    # base/unicode, read/charset
find_package(ZLIB REQUIRED)                      # base/files: gzip
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)  # base/hash
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)       # read/html
pkg_check_modules(psl REQUIRED IMPORTED_TARGET libpsl)        # read/outlet: registrable domains
pkg_check_modules(hwy REQUIRED IMPORTED_TARGET libhwy)         # text/word_fields: vectors
find_package(Boost 1.81 REQUIRED)                # flat maps
list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR})
find_package(Cld2 REQUIRED)                      # text/language
