package org.selfstab.problem.toml;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.SelfstabException;

/** The comment at the top of a problem file, where an author tells people about the problem. */
public final class LeadingComment {

    private static final String MARK = "#";
    /** Begins what is for editors, as {@code #:schema}. */
    private static final String DIRECTIVE = "#:";

    private static final String PURPOSE = "Shows ";

    private LeadingComment() {}

    /**
     * What the file says that it shows: the paragraph of its leading comment that begins with the word {@code Shows}, on one line.
     *
     * @throws SelfstabException if the file cannot be read
     */
    public static Optional<FreeText> purposeOf(Path file) {
        String comment = TextFile.withoutMark(TextFile.textOf(file, "problem file"))
                .lines()
                .takeWhile(line -> line.startsWith(MARK))
                .filter(line -> !line.startsWith(DIRECTIVE))
                .map(line -> line.substring(MARK.length()).strip())
                .collect(Collectors.joining("\n"));
        return Arrays.stream(comment.split("\n\n+", -1))
                .filter(paragraph -> paragraph.startsWith(PURPOSE))
                .map(paragraph -> new FreeText(paragraph.replace('\n', ' ')))
                .findFirst();
    }
}
