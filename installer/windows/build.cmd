@echo off
rem Builds dist\zhengzhou-desk-VERSION-setup.exe; needs Python 3.11-3.13 and NSIS on the PATH.
setlocal
cd /d "%~dp0..\.."
rem The newest Python that requirements.lock supports; plain py -3 would take one that is too new.
for %%v in (3.13 3.12 3.11) do if not exist build\tools\Scripts\python.exe py -%%v -m venv build\tools 2>nul
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
%python% installer\licences.py build\zhengzhou-desk\_internal\licences || exit /b 1
build\zhengzhou-desk\zhengzhou-desk-cli.exe --version || exit /b 1
build\zhengzhou-desk\zhengzhou-desk-cli.exe --selftest || exit /b 1
build\zhengzhou-desk\zhengzhou-desk-cli.exe demo --no-window --out build\proof || exit /b 1
echo only to be opened again>build\proof.txt
for %%f in (build\proof\*.zzd) do build\zhengzhou-desk\zhengzhou-desk-cli.exe backup "%%f" --seal --password-file build\proof.txt || exit /b 1
del build\proof.txt
rmdir /s /q build\proof
if not exist dist mkdir dist
makensis /INPUTCHARSET UTF8 /DVERSION=%version% installer\windows\zhengzhou-desk.nsi || exit /b 1
