# SPDX-License-Identifier: Apache-2.0
# What `make install` puts where. Rules are also inside the program; the copies are for reading.
set(licences ${CMAKE_BINARY_DIR}/THIRD_PARTY_LICENCES)
add_custom_command(OUTPUT ${licences}
    COMMAND sh ${CMAKE_SOURCE_DIR}/tools/licences.sh ${grammar_dir} ${licences}
    DEPENDS ${CMAKE_SOURCE_DIR}/tools/licences.sh ${grammar_home}/package-lock.json VERBATIM)
add_custom_target(licences ALL DEPENDS ${licences})

if(TARGET pave)
    install(TARGETS pave)
endif()
install(DIRECTORY rules DESTINATION ${CMAKE_INSTALL_DATADIR}/pave)
install(FILES LICENSE ${licences} DESTINATION ${CMAKE_INSTALL_DOCDIR})
# Made by the program from its one table of commands.
install(DIRECTORY ${CMAKE_BINARY_DIR}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
foreach(pair "bash;bash-completion/completions" "zsh;zsh/site-functions" "fish;fish/vendor_completions.d")
    list(GET pair 0 shell)
    list(GET pair 1 folder)
    install(DIRECTORY ${CMAKE_BINARY_DIR}/completions/${shell}/
        DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder} OPTIONAL)
endforeach()
