@echo off
rem Licensed under the Apache License, Version 2.0. See the LICENSE file beside this folder.
rem
rem Starts Modan with the JDK of JAVA_HOME, else the first java on the PATH.
rem   MODAN_JAVA_OPTS  options for the JVM, such as -Xmx8g
rem   MODAN_CACHE      where decoded images and unpacked native libraries are kept
setlocal DisableDelayedExpansion

for %%i in ("%~dp0..") do set "MODAN_HOME=%%~fi"

set "JAVA="
if defined JAVA_HOME (
  set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  for %%i in (java.exe) do set "JAVA=%%~$PATH:i"
)
if not defined JAVA (
  echo modan: no java found; install Java 17 or newer, or set JAVA_HOME to one 1>&2
  exit /b 1
)
rem No block here: a closing parenthesis in the path would end it.
if exist "%JAVA%" goto found
echo modan: no bin\java.exe under JAVA_HOME="%JAVA_HOME%"; point JAVA_HOME at a JDK or JRE 17 or newer, or unset it 1>&2
exit /b 1
:found

rem The release file costs nothing to read; where it is missing, Java itself has the say.
set "JAVA_VERSION="
for %%i in ("%JAVA%\..\..\release") do set "RELEASE=%%~fi"
if exist "%RELEASE%" (
  for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%RELEASE%"`) do set "JAVA_VERSION=%%~v"
)
set "FEATURE=17"
if defined JAVA_VERSION (
  for /f "tokens=1,2 delims=." %%a in ("%JAVA_VERSION%") do (
    if "%%a"=="1" (set "FEATURE=%%b") else (set "FEATURE=%%a")
  )
)
if %FEATURE% LSS 17 (
  echo modan: needs Java 17 or newer, but "%JAVA%" is Java %FEATURE%; install a newer one, or set JAVA_HOME to it 1>&2
  exit /b 1
)

rem Nothing is fetched and nothing is reported at run time.
set "OPT_OUT_TRACKING=true"
rem Threads of the engine that wait must leave the processor to others.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
set "MODAN_CACHE_FOLDER=%LOCALAPPDATA%\modan"
if defined MODAN_CACHE set "MODAN_CACHE_FOLDER=%MODAN_CACHE%"
if not defined DJL_CACHE_DIR set "DJL_CACHE_DIR=%MODAN_CACHE_FOLDER%\natives"

"%JAVA%" --enable-native-access=ALL-UNNAMED -Dai.djl.offline=true -DOPT_OUT_TRACKING=true -Dguice_bytecode_gen_option=DISABLED "-Dmodan.home=%MODAN_HOME%" %MODAN_JAVA_OPTS% -cp "%MODAN_HOME%\lib\*" org.modan.cli.Main %*
exit /b %ERRORLEVEL%
