# From a fresh Debian 12 with git, make and a shell, `make demo` and `make test` do everything. The work
# itself is CMake's: see CMakeLists.txt and CMakePresets.json.

PACKAGES = gcc libc6-dev cmake ninja-build flex bison check pkg-config libgmp-dev libssl-dev openssl \
           libjansson-dev libyaml-dev libsqlite3-dev libutf8proc-dev libical-dev libcurl4-openssl-dev libgraphviz-dev tzdata python3 sqlite3

.PHONY: build demo test bench format coverage clean help

build:
	@sh .ci/packages $(PACKAGES)
	@cmake --preset release --log-level=WARNING >/dev/null
	@cmake --build --preset release

demo: build
	@sh tests/demo.sh build/bylaw

test: build
	@ctest --preset release --parallel $$(nproc)

# Figures are taken from the release build; jq is one of the references.
bench: build
	@sh .ci/packages jq
	@build/bench build/bench.json

format:
	@sh .ci/packages clang-format
	@find src tests -name '*.[ch]' -exec clang-format -i {} +

coverage:
	@sh .ci/packages $(PACKAGES) gcovr
	@cmake --preset coverage --log-level=WARNING >/dev/null
	@cmake --build --preset coverage
	@ctest --preset coverage --parallel $$(nproc)
	@gcovr --root . --filter src/ build-coverage

clean:
	rm -rf build build-sanitize build-fuzz build-coverage

help:
	@echo 'make           installs what is missing and builds build/bylaw'
	@echo 'make demo      a real case, from the rules to a verified record'
	@echo 'make test      every test'
	@echo 'make bench     the figures of docs/performance.md, and build/bench.json'
	@echo 'make format    formats the C files'
	@echo 'make coverage  what the tests reach, line by line'
	@echo 'make clean     removes everything that was built'
