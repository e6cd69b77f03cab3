# SPDX-License-Identifier: EUPL-1.2
# How every folder of the house is built: one static library per folder, one test program per folder.
include(GNUInstallDirs)
include(CTest)
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

option(PASSEND_WERROR "Treat warnings as errors" OFF)
option(PASSEND_STD_THREADS "Run the parallel executor on std::thread instead of oneTBB (for ThreadSanitizer)" OFF)
option(PASSEND_BENCH "Build the program behind tests/bench/run" OFF)
option(PASSEND_FUZZ "Build the libFuzzer programs (clang only)" OFF)
set(PASSEND_SANITIZE "" CACHE STRING "Value for -fsanitize=, empty for none")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(passend_options INTERFACE)
target_include_directories(passend_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(passend_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  -Wnon-virtual-dtor -Woverloaded-virtual $<$<BOOL:${PASSEND_WERROR}>:-Werror>
  # Paths in the build tree do not end up in programs, and ccache serves every checkout.
  -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
if(PASSEND_SANITIZE)
  target_compile_options(passend_options INTERFACE -fsanitize=${PASSEND_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(passend_options INTERFACE -fsanitize=${PASSEND_SANITIZE})
endif()

# passend_folder(DEPENDS base model LIBRARIES PkgConfig::X)
# Makes the static library passend_<folder> of every source in the calling folder.
function(passend_folder)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES" ${ARGN})
  get_filename_component(name ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  file(GLOB sources CONFIGURE_DEPENDS *.cpp *.hpp)
  add_library(passend_${name} STATIC ${sources})
  list(TRANSFORM ARG_DEPENDS PREPEND passend_)
  target_link_libraries(passend_${name} PUBLIC passend_options ${ARG_DEPENDS} PRIVATE ${ARG_LIBRARIES})
endfunction()

# passend_test(DEPENDS store LIBRARIES ...)
# Makes the test program test_<folder> of every *_test.cpp in the calling folder and gives each case to CTest. NAME stands
# for the folder where two folders have the same name.
function(passend_test)
  cmake_parse_arguments(ARG "" "NAME" "DEPENDS;LIBRARIES" ${ARGN})
  find_package(GTest REQUIRED)
  include(GoogleTest)
  get_filename_component(name ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  if(ARG_NAME)
    set(name ${ARG_NAME})
  endif()
  file(GLOB sources CONFIGURE_DEPENDS *.cpp *.hpp)
  add_executable(test_${name} ${sources})
  list(TRANSFORM ARG_DEPENDS PREPEND passend_)
  target_link_libraries(test_${name} PRIVATE passend_options ${ARG_DEPENDS} ${ARG_LIBRARIES} GTest::gmock GTest::gtest_main)
  # SOURCE_DIR lets a test find fixtures and, where it exists, the folder with real data.
  target_compile_definitions(test_${name} PRIVATE PASSEND_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  # Compiled once and run for seconds: a light optimisation without debug information saves a quarter of the build.
  target_compile_options(test_${name} PRIVATE $<$<CONFIG:Release>:-O1;-g0>)
  gtest_discover_tests(test_${name} DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 300 LABELS unit)
endfunction()
