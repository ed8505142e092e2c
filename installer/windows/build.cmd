@echo off
rem Builds dist\zhengzhou-desk-VERSION-setup.exe; needs Python 3.11-3.13 for 64-bit Windows, and NSIS.
rem "build.cmd folder" stops where the program stands in build\zhengzhou-desk, tried and whole, and needs no NSIS.
setlocal
cd /d "%~dp0..\.."
set makensis=makensis
if exist "%ProgramFiles(x86)%\NSIS\makensis.exe" set makensis=%ProgramFiles(x86)%\NSIS\makensis.exe
if not "%1"=="folder" (
  "%makensis%" -VERSION >nul 2>nul || (
    echo NSIS 3 is needed: install it and start this again. 1>&2
    exit /b 1
  )
)
rem The newest Python that requirements.lock supports; plain py -3 would take one that is too new, or one of 32 bits.
set right="import sys; sys.exit(not ((3, 11) <= sys.version_info < (3, 14) and sys.maxsize > 2**32))"
for %%p in ("py -3.13" "py -3.12" "py -3.11" "python") do if not exist build\tools\Scripts\python.exe (
  %%~p -c %right% >nul 2>nul && %%~p -m venv build\tools
)
if not exist build\tools\Scripts\python.exe (
  echo Python 3.11, 3.12 or 3.13 for 64-bit Windows is needed: install one of them and start this again. 1>&2
  exit /b 1
)
set python=build\tools\Scripts\python.exe
%python% -m pip install --quiet --require-hashes -r requirements.lock || exit /b 1
%python% -m pip install --quiet -r installer\requirements.txt || exit /b 1
for /f %%v in ('%python% -c "import zhengzhou_desk; print(zhengzhou_desk.__version__)"') do set version=%%v
%python% installer\windows\icon.py || exit /b 1
%python% -m PyInstaller --noconfirm --distpath build --workpath build\work installer\windows\zhengzhou-desk.spec || exit /b 1
%python% installer\fonts.py resources\fonts build\zhengzhou-desk\_internal\resources\fonts build\fonts || exit /b 1
%python% installer\licences.py build\zhengzhou-desk\_internal\licences || exit /b 1
build\zhengzhou-desk\zhengzhou-desk-cli.exe --version || exit /b 1
build\zhengzhou-desk\zhengzhou-desk-cli.exe --selftest || exit /b 1
if exist build\proof rmdir /s /q build\proof
build\zhengzhou-desk\zhengzhou-desk-cli.exe demo --no-window --out build\proof || exit /b 1
echo only to be opened again>build\proof.txt
for %%f in (build\proof\*.zzd) do build\zhengzhou-desk\zhengzhou-desk-cli.exe backup "%%f" --seal --password-file build\proof.txt || exit /b 1
del build\proof.txt
rmdir /s /q build\proof
if "%1"=="folder" exit /b 0
if not exist dist mkdir dist
build\zhengzhou-desk\zhengzhou-desk-cli.exe --lang en manual --out dist\zhengzhou-desk-manual-en.pdf || exit /b 1
build\zhengzhou-desk\zhengzhou-desk-cli.exe manual --out dist\zhengzhou-desk-manual-zh.pdf || exit /b 1
"%makensis%" -INPUTCHARSET UTF8 -DVERSION=%version% installer\windows\zhengzhou-desk.nsi || exit /b 1
