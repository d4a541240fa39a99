package org.selfstab.docs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.selfstab.cli.Main;

/**
 * Runs a page's commands as if from the root of the repository, but with the files that the page makes in a folder apart: those it shows, and
 * those that its commands write.
 */
final class Scratch {

    private static final Set<String> WORDS_BEFORE_WHAT_IS_WRITTEN = Set.of("--out", "--junit-xml", "new");

    /** What a command printed. */
    record Result(int exitStatus, String out, String err) {}

    private final Path folder;

    Scratch(Path folder) {
        this.folder = folder;
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    Result run(List<String> arguments, String input) {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean written = i > 0 && WORDS_BEFORE_WHAT_IS_WRITTEN.contains(arguments.get(i - 1));
            placed.add(placed(arguments.get(i), written));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int status = Main.run(in, new PrintWriter(out), new PrintWriter(err), placed.toArray(String[]::new));
        return new Result(status, withoutFolder(out), withoutFolder(err));
    }

    private String placed(String argument, boolean written) {
        Path here = folder.resolve(argument.startsWith("-") ? "-" : argument);
        return written || Files.exists(here) ? here.toString() : argument;
    }

    private String withoutFolder(StringWriter text) {
        return text.toString().replace(folder + "/", "");
    }
}
