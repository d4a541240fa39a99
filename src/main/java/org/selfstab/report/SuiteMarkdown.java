package org.selfstab.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.selfstab.document.MarkdownTable;
import org.selfstab.suite.ClaimResult;
import org.selfstab.suite.FileResult;
import org.selfstab.suite.Judgement;
import org.selfstab.vocabulary.FreeText;

/** Claims and what became of them as a page in Markdown: for each folder its files, for each file computed beside theoretical values. */
public final class SuiteMarkdown {

    /** From the folder of the page, {@code src/site/markdown}, to that of the files. */
    private static final String TO_FILES = "../../../";

    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(?:[eE]-?\\d+)?|-?\\d+[eE]-?\\d+");
    private static final MathContext DIGITS = new MathContext(6);

    /** Rounding, which need not be the same on every machine. */
    private static final double ZERO = 1e-9;

    private static final List<String> COLUMNS = List.of("closed form", "expected", "computed", "outcome");

    private SuiteMarkdown() {}

    /**
     * The page.
     *
     * @param title its title
     * @param places the folders as they were given on the command line
     */
    public static String write(String title, List<Path> places, List<FileResult> results) {
        Map<String, List<FileResult>> folders = results.stream()
                .collect(Collectors.groupingBy(SuiteMarkdown::folderOf, TreeMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder();
        page.append("<!-- Written by the program. To renew: selfstab test ")
                .append(places.stream().map(SuiteMarkdown::slashed).collect(Collectors.joining(" ")))
                .append(" --format markdown -->\n\n# ")
                .append(title)
                .append("\n\n")
                .append(results.size())
                .append(
                        " files. *Expected* is what `[expect]` asserts, an expression of the file's parameters where there is a closed form;"
                                + " *computed* comes\nfrom the numeric geometry of the loss and from runs, to six digits, and 0 stands for anything below"
                                + " 1e-9. The last line gives the totals.\n");
        folders.forEach((folder, files) -> appendContents(page, folder, files));
        folders.values().forEach(files -> files.forEach(file -> appendFile(page, file)));
        return page.append('\n').append(SuiteText.summaryOf(results)).toString();
    }

    private static void appendContents(StringBuilder page, String folder, List<FileResult> files) {
        page.append("\n## ").append(folder).append("\n\n");
        for (FileResult file : files) {
            page.append("- **[")
                    .append(prose(file.file().title().toString()))
                    .append("](")
                    .append(TO_FILES)
                    .append(slashed(file.file().file()))
                    .append(")**");
            String purpose = file.file().purpose().toString();
            page.append(purpose.isEmpty() ? "" : ": " + prose(purpose)).append('\n');
        }
    }

    private static void appendFile(StringBuilder page, FileResult file) {
        page.append("\n### ").append(prose(file.file().title().toString())).append("\n\n");
        file.error().ifPresent(error -> page.append(error).append("\n\n"));
        MarkdownTable table = new MarkdownTable(slashed(file.file().file()), COLUMNS);
        for (ClaimResult result : file.results()) {
            Judgement judgement = result.judgement();
            table.row(
                    result.claim().name(),
                    List.of(
                            result.claim()
                                    .formula()
                                    .map(formula -> "`" + formula + "`")
                                    .orElse(""),
                            rounded(judgement.expected(), 0.0),
                            rounded(judgement.computed(), ZERO),
                            outcome(judgement)));
        }
        page.append(table.write());
    }

    private static String outcome(Judgement judgement) {
        String word = SuiteWords.of(judgement.status());
        return judgement.passes() ? word : ("**" + word + "** " + judgement.reason()).strip();
    }

    /** The text with its numbers to six digits, those below a size as 0. */
    private static String rounded(String text, double zero) {
        return DECIMAL.matcher(text).replaceAll(number -> {
            BigDecimal value = new BigDecimal(number.group());
            return Math.abs(value.doubleValue()) < zero ? "0" : digits(value.round(DIGITS));
        });
    }

    private static String digits(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        double size = Math.abs(value.doubleValue());
        boolean plain = size == 0 || (size >= 1e-4 && size < 1e9);
        return plain ? shortest.toPlainString() : shortest.toString().replace("E", "e");
    }

    /** A text without what Markdown would take for emphasis or markup. */
    private static String prose(String text) {
        return text.replaceAll("[*<\\[]", "\\\\$0");
    }

    private static String folderOf(FileResult result) {
        Path folder = result.file().file().getParent();
        return folder == null ? "." : slashed(folder);
    }

    private static String slashed(Path path) {
        return FreeText.visible(path.toString().replace('\\', '/'));
    }
}
