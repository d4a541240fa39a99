package org.selfstab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.selfstab.cli.shell.LineException;
import org.selfstab.cli.shell.LineSource;
import org.selfstab.cli.shell.Words;
import org.selfstab.vocabulary.FreeText;

/** Runs lines as commands until they end. */
final class ShellSession {

    private static final String PROGRAM = "selfstab";

    /** The words that alone on a line end the session. */
    static final List<String> ENDS = List.of("exit", "quit");

    private final LineSource lines;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean stop;
    private int line;

    /**
     * Prepares a session.
     *
     * @param stop whether it ends at the first command whose status is not 0
     */
    ShellSession(LineSource lines, PrintWriter out, PrintWriter err, boolean stop) {
        this.lines = lines;
        this.out = out;
        this.err = err;
        this.stop = stop;
    }

    /** Runs all lines and returns the worst status. */
    int run() {
        int worst = ExitStatus.HOLDS;
        OptionalInt status = next();
        while (status.isPresent()) {
            worst = ExitStatus.worst(worst, status.getAsInt());
            status = stop && worst != ExitStatus.HOLDS ? OptionalInt.empty() : next();
        }
        return worst;
    }

    /** The status of the next line, nothing at the end. */
    private OptionalInt next() {
        line++;
        try {
            Optional<String> text = lines.next();
            List<String> words = text.isPresent() ? Words.of(text.get()) : List.of();
            if (text.isEmpty() || isEnd(words)) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(words.isEmpty() ? ExitStatus.HOLDS : run(words, indentation(text.get())));
        } catch (LineException wrong) {
            err.println(FreeText.visible(lines.error(line, wrong)));
            return OptionalInt.of(ExitStatus.BAD_INPUT);
        }
    }

    private static boolean isEnd(List<String> words) {
        return words.size() == 1 && ENDS.contains(words.get(0));
    }

    private static int indentation(String text) {
        return text.length() - text.stripLeading().length();
    }

    private int run(List<String> words, int indentation) {
        List<String> arguments = words.get(0).equals(PROGRAM) ? words.subList(1, words.size()) : words;
        int status = lines.run(() -> Main.run(out, err, arguments.toArray(String[]::new)));
        out.flush();
        if (status != ExitStatus.HOLDS) {
            err.println(FreeText.visible(lines.ended(line, indentation + 1, status)));
        }
        err.flush();
        return status;
    }
}
