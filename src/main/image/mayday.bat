@echo off
rem Starts Mayday with the runtime that lies beside it. JAVA_OPTS are further options of the JVM, such as -Xmx512m.
"%~dp0..\runtime\bin\java" --sun-misc-unsafe-memory-access=allow %JAVA_OPTS% "-Dmayday.scenarios=%~dp0..\scenarios" -jar "%~dp0..\app\mayday.jar" %*
