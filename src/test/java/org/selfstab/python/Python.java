package org.selfstab.python;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.selfstab.cli.Main;

/**
 * The system's Python, whichever comes first in the {@code PATH}, with the module of {@code src/python} and a launcher of the classes under test.
 *
 * @param folder for its files, and its home
 */
record Python(Path folder) {

    private static final Path OF_THE_SYSTEM = Path.of("/usr/bin/python3");
    private static final Path MODULE = Path.of("src/python").toAbsolutePath();

    /** What it left behind: exit status, and output with errors. */
    record Result(int status, String output) {}

    /**
     * Skips the test where the system's Python lacks a module.
     *
     * @param packages the packages of Debian that hold the modules
     */
    void require(String packages, String... modules) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(OF_THE_SYSTEM), "skipped: no " + OF_THE_SYSTEM);
        assumeTrue(
                run("-c", "import " + String.join(", ", modules)).status() == 0,
                "skipped: " + OF_THE_SYSTEM + " has not all of " + String.join(", ", modules) + " (apt-get install "
                        + packages + ")");
    }

    /** Runs it to its end. */
    Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(OF_THE_SYSTEM.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PYTHON") || name.startsWith("JUPYTER"));
        environment.put("PYTHONPATH", MODULE.toString());
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        environment.put("SELFSTAB", launcher().toString());
        // Histories, settings and lists of fonts go where they are removed.
        environment.put("HOME", folder.toString());
        Path output = folder.resolve("output");
        int status = builder.redirectOutput(output.toFile()).start().waitFor();
        return new Result(status, Files.readString(output, StandardCharsets.UTF_8));
    }

    private Path launcher() throws IOException {
        Path launcher = folder.resolve("selfstab");
        if (Files.notExists(launcher)) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Files.writeString(
                    launcher,
                    "#!/bin/sh\nexec " + quoted(java) + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "
                            + quoted(System.getProperty("java.class.path")) + " " + Main.class.getName() + " \"$@\"\n");
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return launcher;
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
