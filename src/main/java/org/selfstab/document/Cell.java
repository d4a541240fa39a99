package org.selfstab.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.vocabulary.Verdict;

/**
 * A cell of a table.
 *
 * @param text what it says
 * @param style how it looks
 * @param link what it leads to, a link relative to the page; empty if nothing
 */
public record Cell(String text, Style style, Optional<String> link) {

    /** How a cell looks; its name in lower case is its class in the style sheet. */
    public enum Style {
        /** Words. */
        TEXT,
        /** A number or a symbol. */
        NUMBER,
        /** A formula. */
        CODE,
        /** A claim that is true. */
        HOLDS,
        /** One that is false. */
        FAILS,
        /** One that is neither shown nor refuted, or says nothing here. */
        OPEN;

        /** The class in the style sheet. */
        String cssClass() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What stands for itself in a path of a link, RFC 3986 section 2.3, and the slash. */
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    public static Cell text(String text) {
        return new Cell(text, Style.TEXT, Optional.empty());
    }

    public static Cell number(String text) {
        return new Cell(text, Style.NUMBER, Optional.empty());
    }

    public static Cell code(String text) {
        return new Cell(text, Style.CODE, Optional.empty());
    }

    public static Cell status(Verdict.Status status) {
        Style style =
                switch (status) {
                    case HOLDS -> Style.HOLDS;
                    case FAILS -> Style.FAILS;
                    case UNDECIDED, NOT_APPLICABLE -> Style.OPEN;
                };
        return new Cell(status.word(), style, Optional.empty());
    }

    public static Cell evidence(Verdict.Evidence evidence) {
        return text(
                switch (evidence) {
                    case SYMBOLIC -> "symbolic proof";
                    case CERTIFIED -> "certified interval";
                    case NUMERIC -> "numeric run";
                });
    }

    /**
     * The same, leading somewhere.
     *
     * @param path a path relative to the page, with slashes
     */
    public Cell to(String path) {
        StringBuilder link = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            link.append(UNRESERVED.indexOf(octet) >= 0 ? Character.toString(octet) : String.format("%%%02X", octet));
        }
        return new Cell(text, style, Optional.of(link.toString()));
    }
}
