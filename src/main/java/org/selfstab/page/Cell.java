package org.selfstab.page;

import java.util.Locale;
import java.util.Optional;
import org.selfstab.claims.Verdict;

/**
 * A cell of a table.
 *
 * @param text what it says
 * @param style how it looks
 * @param link what it leads to, relative to the page; empty if nothing
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

    static Cell text(String text) {
        return new Cell(text, Style.TEXT, Optional.empty());
    }

    static Cell number(String text) {
        return new Cell(text, Style.NUMBER, Optional.empty());
    }

    static Cell code(String text) {
        return new Cell(text, Style.CODE, Optional.empty());
    }

    static Cell status(Verdict.Status status) {
        Style style =
                switch (status) {
                    case HOLDS -> Style.HOLDS;
                    case FAILS -> Style.FAILS;
                    case UNDECIDED, NOT_APPLICABLE -> Style.OPEN;
                };
        return new Cell(status.word(), style, Optional.empty());
    }

    static Cell evidence(Verdict.Evidence evidence) {
        return text(
                switch (evidence) {
                    case SYMBOLIC -> "symbolic proof";
                    case CERTIFIED -> "certified interval";
                    case NUMERIC -> "numeric run";
                });
    }

    /** The same, leading somewhere. */
    Cell to(String target) {
        return new Cell(text, style, Optional.of(target));
    }
}
