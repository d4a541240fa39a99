package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of the program that is killed once its journal has grown. */
final class KilledProcess {

    private KilledProcess() {}

    /**
     * The journal's whole lines after the kill.
     *
     * @param lines of how many lines the journal is when the process is killed, about
     * @param arguments of the program
     */
    static List<String> journalAfter(int lines, List<String> arguments, Path journal)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (process.isAlive() && wholeLines(journal).size() < lines) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        process.destroyForcibly().waitFor();
        assertThat(process.exitValue()).isNotEqualTo(ExitStatus.HOLDS);
        return wholeLines(journal);
    }

    private static List<String> wholeLines(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
