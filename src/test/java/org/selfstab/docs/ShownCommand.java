package org.selfstab.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.StringTokenizer;
import org.apache.commons.text.matcher.StringMatcherFactory;

/**
 * A line of a block {@code sh}. What it should end with is 0, unless a comment {@code # exit status N} follows it.
 *
 * @param input what it reads: the lines after it up to END, if it ends with {@code <<'END'}
 * @param text the line without its comment
 * @param line its line in the page, from 1
 * @param output what the page shows as its output: the block {@code text} after it, if it is the last command of its block
 */
record ShownCommand(String text, String input, int line, int exitStatus, Optional<String> output) {

    private static final Pattern EXIT_STATUS = Pattern.compile("# exit status (\\d+)\\s*$");
    private static final String HERE_DOCUMENT = "<<'END'";
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");

    /** The program by its name, or by what the name stands for. */
    private static final Pattern PROGRAM =
            Pattern.compile("(?:^|&& )(?:selfstab|target/selfstab|java -jar target/selfstab\\.jar) (.+)$");

    /** The commands of a page's block, with the block after it as the output of the last one if it is of text. */
    static List<ShownCommand> of(Page.Block block, Optional<Page.Block> next) {
        List<ShownCommand> commands = new ArrayList<>();
        List<String> lines = block.text().replace("\\\n", "\\\u0000").lines().toList();
        int number = block.line();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            List<String> input = hereDocument(lines, i);
            i += input.size();
            boolean last = i == lines.size() - 1;
            Optional<String> output =
                    last ? next.filter(ShownCommand::isOutput).map(Page.Block::text) : Optional.empty();
            String joined = line.replaceAll("\\\\\u0000\\s*", "");
            String bare = COMMENT.matcher(joined).replaceFirst("").strip();
            if (!bare.isEmpty()) {
                commands.add(new ShownCommand(bare, textOf(input), number, exitStatus(joined), output));
            }
            number += 1 + input.size() + (int) line.chars().filter(c -> c == 0).count();
        }
        return commands;
    }

    /** The lines that the command of a line reads, with the end of input as the last one; none if it reads none. */
    private static List<String> hereDocument(List<String> lines, int command) {
        List<String> after = lines.subList(command + 1, lines.size());
        return lines.get(command).contains(HERE_DOCUMENT) ? after.subList(0, after.indexOf("END") + 1) : List.of();
    }

    private static String textOf(List<String> hereDocument) {
        return hereDocument.stream().filter(line -> !line.equals("END")).collect(Collectors.joining("\n"));
    }

    private static boolean isOutput(Page.Block block) {
        return block.info().equals("text");
    }

    private static int exitStatus(String line) {
        Matcher stated = EXIT_STATUS.matcher(line);
        return stated.find() ? Integer.parseInt(stated.group(1)) : 0;
    }

    /** The arguments, if this is a command of the program. */
    Optional<List<String>> arguments() {
        Matcher program = PROGRAM.matcher(text);
        return program.find() ? Optional.of(split(program.group(1).replace(HERE_DOCUMENT, ""))) : Optional.empty();
    }

    /** As a shell would, with single or double quotes. */
    private static List<String> split(String arguments) {
        StringMatcherFactory matchers = StringMatcherFactory.INSTANCE;
        return new StringTokenizer(arguments, matchers.spaceMatcher(), matchers.quoteMatcher()).getTokenList();
    }

    @Override
    public String toString() {
        return "line " + line + ": " + text;
    }
}
