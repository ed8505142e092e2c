; The Windows installer: for the person logged in, without administrator rights.
Unicode true
!include MUI2.nsh
Name "郑采台账"
OutFile "..\..\dist\zhengzhou-desk-${VERSION}-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\ZhengzhouDesk"
RequestExecutionLevel user
SetCompressor /SOLID lzma
!define MUI_ICON "app.ico"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\zhengzhou-desk.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\ZhengzhouDesk"

Section
  ; An older version's files go first; books are never kept in this folder.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "..\..\build\zhengzhou-desk\*"
  CreateShortcut "$DESKTOP\郑采台账.lnk" "$INSTDIR\zhengzhou-desk.exe"
  CreateShortcut "$SMPROGRAMS\郑采台账.lnk" "$INSTDIR\zhengzhou-desk.exe"
  WriteRegStr HKCU "Software\Classes\.zzd" "" "ZhengzhouDesk.Book"
  WriteRegStr HKCU "Software\Classes\ZhengzhouDesk.Book" "" "郑采台账账册"
  WriteRegStr HKCU "Software\Classes\ZhengzhouDesk.Book\shell\open\command" "" '"$INSTDIR\zhengzhou-desk.exe" "%1"'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "郑采台账"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteUninstaller "$INSTDIR\uninstall.exe"
SectionEnd

Section Uninstall
  Delete "$DESKTOP\郑采台账.lnk"
  Delete "$SMPROGRAMS\郑采台账.lnk"
  ; Only what was installed: a person may have kept books beside it.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\zhengzhou-desk.exe"
  Delete "$INSTDIR\zhengzhou-desk-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "Software\Classes\.zzd"
  DeleteRegKey HKCU "Software\Classes\ZhengzhouDesk.Book"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
