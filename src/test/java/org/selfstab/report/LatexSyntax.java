package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What TeX would stumble over. */
final class LatexSyntax {

    private static final Pattern ENVIRONMENT = Pattern.compile("\\\\(begin|end)\\{([^}]*)}");

    private LatexSyntax() {}

    /** Asserts balanced braces, {@code \left} and {@code \right}, nested environments and paired dollars, comments aside. */
    static void assertWellFormed(String latex) {
        String text = latex.replaceAll("(?m)(?<!\\\\)%.*$", "");
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean escaped = i > 0 && text.charAt(i - 1) == '\\';
            depth += escaped ? 0 : text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            assertThat(depth).as("braces in %s", latex).isNotNegative();
        }
        assertThat(depth).as("open braces in %s", latex).isZero();
        assertThat(count(text, "\\\\left\\b")).as("left and right in %s", latex).isEqualTo(count(text, "\\\\right\\b"));
        assertThat(count(text, "(?<!\\\\)\\$") % 2).as("dollars in %s", latex).isZero();
        assertNested(text);
        assertThat(text).doesNotContain("NaN", "Infinity");
    }

    private static void assertNested(String text) {
        Deque<String> open = new ArrayDeque<>();
        Matcher matcher = ENVIRONMENT.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equals("begin")) {
                open.push(matcher.group(2));
            } else {
                assertThat(open.poll()).isEqualTo(matcher.group(2));
            }
        }
        assertThat(open).isEmpty();
    }

    private static long count(String text, String regex) {
        return Pattern.compile(regex).matcher(text).results().count();
    }
}
