package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a process left behind, as Latin-1, in which texts are equal if their bytes are. */
record Result(int status, String out, String err) {

    /** Runs a command in this process. */
    static Result of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Result(status, out.toString(), err.toString());
    }

    /** The output on one line, however wide its lines were. */
    String words() {
        return out.replaceAll("\\s+", " ");
    }

    /**
     * Runs the program of the tests to its end.
     *
     * @param folder for what it reads and prints
     */
    static Result ofProcess(Path folder, String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return of(folder, input, new ProcessBuilder(command));
    }

    /**
     * Runs a process to its end.
     *
     * @param folder for what it reads and prints
     */
    static Result of(Path folder, String input, ProcessBuilder process) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int status = process.redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Result(
                status,
                Files.readString(out, StandardCharsets.ISO_8859_1),
                Files.readString(err, StandardCharsets.ISO_8859_1));
    }
}
