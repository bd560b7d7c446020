# SPDX-License-Identifier: Apache-2.0
if(TARGET pave)
    install(TARGETS pave)
endif()
install(DIRECTORY rules DESTINATION ${CMAKE_INSTALL_DATADIR}/pave)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
