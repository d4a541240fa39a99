package org.selfstab.document;

import static org.selfstab.vocabulary.Digits.LOCALE;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Verdict;

/** A cell of a table, or a fact: what it holds, as text, on a page, in LaTeX and for programs. */
public sealed interface Cell {

    /** In plain text, formulas in ASCII. */
    String text();

    /** On a page, formulas with their signs. */
    default String unicode() {
        return text();
    }

    /** In LaTeX. */
    default String latex() {
        return LatexText.escape(text());
    }

    /** For programs: numbers with all their digits; null for nothing. */
    default Object data() {
        return text();
    }

    /** What a table for programs has of it: itself, or several fields, each below a name of its own. */
    default List<Field> fields() {
        return List.of(new Field("", data()));
    }

    /** A part of a cell, for programs; the name is empty where it is all of it. */
    record Field(String name, Object data) {}

    /** This in other words: formulas and sentences only, not what a problem file has. */
    default Cell reworded(UnaryOperator<Notation> formulas, UnaryOperator<String> words) {
        return this;
    }

    /** How it looks. */
    Style style();

    /** What it leads to, a link relative to the page; empty if nothing. */
    default Optional<String> link() {
        return Optional.empty();
    }

    /** How a cell looks; its name in lower case is its class in the style sheet. */
    enum Style {
        /** Words. */
        TEXT,
        /** A number or a symbol. */
        NUMBER,
        /** A formula. */
        CODE,
        /** A bar of a chart. */
        BAR,
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

    /** Words, which may lead somewhere. */
    record Words(String text, Optional<String> link) implements Cell {

        /** What stands for itself in a path of a link, RFC 3986 section 2.3, and the slash. */
        private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

        @Override
        public Style style() {
            return Style.TEXT;
        }

        @Override
        public Words reworded(UnaryOperator<Notation> formulas, UnaryOperator<String> words) {
            return new Words(words.apply(text), link);
        }

        /**
         * The same, leading somewhere.
         *
         * @param path a path relative to the page, with slashes
         */
        public Words to(String path) {
            StringBuilder target = new StringBuilder();
            for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
                target.append(
                        UNRESERVED.indexOf(octet) >= 0
                                ? Character.toString(octet)
                                : String.format(LOCALE, "%%%02X", octet));
            }
            return new Words(text, Optional.of(target.toString()));
        }

        /** The same, leading to the table of the same page whose caption is this name of small letters, digits and hyphens. */
        public Words toTable(String caption) {
            return new Words(text, Optional.of("#" + caption));
        }
    }

    /** What is written as in a problem file. */
    record Code(String text) implements Cell {
        @Override
        public Style style() {
            return Style.CODE;
        }
    }

    /**
     * Mathematics that has a form in LaTeX of its own, and no signs on pages.
     *
     * @param text in plain text
     * @param mathematics in LaTeX's mathematics mode
     */
    record Mathematics(String text, String mathematics) implements Cell {
        @Override
        public String latex() {
            return "$" + mathematics + "$";
        }

        @Override
        public Style style() {
            return Style.CODE;
        }
    }

    /** A formula of the theory, or words with formulas among them. */
    record Formula(Notation notation, Style style) implements Cell {
        @Override
        public Formula reworded(UnaryOperator<Notation> formulas, UnaryOperator<String> words) {
            return new Formula(formulas.apply(notation), style);
        }

        @Override
        public String text() {
            return notation.ascii();
        }

        @Override
        public String unicode() {
            return notation.unicode();
        }

        @Override
        public String latex() {
            return notation.latex();
        }
    }

    /**
     * A number that is written already, with the digits that it is known to, or words with such numbers among them.
     *
     * @param text as it is shown
     * @param data as programs read it
     */
    record Digits(String text, String data) implements Cell {
        @Override
        public String latex() {
            return text.matches("[-+.eE\\d]*") ? LatexText.number(text) : LatexText.escape(text);
        }

        @Override
        public Style style() {
            return Style.NUMBER;
        }
    }

    /**
     * A number.
     *
     * @param value the number
     * @param format how many digits are shown, as {@link String#format}
     */
    record Numeral(double value, String format) implements Cell {
        @Override
        public String text() {
            return value == 0 ? "0" : String.format(LOCALE, format, value);
        }

        @Override
        public String latex() {
            return Double.isInfinite(value) ? LatexText.number(value) : LatexText.number(text());
        }

        @Override
        public Object data() {
            return value;
        }

        @Override
        public Style style() {
            return Style.NUMBER;
        }
    }

    /** The components of a vector, to six significant digits. */
    record Vector(List<Double> components) implements Cell {

        public Vector {
            components = List.copyOf(components);
        }

        @Override
        public String text() {
            return tuple(Cell::text, ", ");
        }

        @Override
        public String latex() {
            return tuple(Cell::latex, ", ");
        }

        @Override
        public Object data() {
            return tuple(component -> String.valueOf(component.data()), ", ");
        }

        private String tuple(Function<Cell, String> written, String between) {
            return components.stream()
                    .map(component -> written.apply(number(component)))
                    .collect(Collectors.joining(between, "(", ")"));
        }

        @Override
        public Style style() {
            return Style.NUMBER;
        }
    }

    /**
     * An interval that contains a number. It keeps all its digits, since with fewer it would say less than was proved; where a paper has room for few, it is
     * rounded outwards.
     *
     * @param lower the lower endpoint, which may be infinite
     * @param upper the upper endpoint, which may be infinite
     */
    record Enclosure(double lower, double upper) implements Cell {

        private static final int DIGITS_IN_LATEX = 5;

        @Override
        public String text() {
            return isBelow() ? "<= " + upper : isAbove() ? ">= " + lower : "[" + lower + ", " + upper + "]";
        }

        @Override
        public String unicode() {
            return isBelow() ? "≤ " + upper : isAbove() ? "≥ " + lower : text();
        }

        @Override
        public String latex() {
            if (isBelow()) {
                return "$\\le$ " + LatexText.number(OutwardDigits.up(upper, DIGITS_IN_LATEX));
            }
            if (isAbove()) {
                return "$\\ge$ " + LatexText.number(OutwardDigits.down(lower, DIGITS_IN_LATEX));
            }
            return Double.isInfinite(lower)
                    ? "--"
                    : "[" + LatexText.number(OutwardDigits.down(lower, DIGITS_IN_LATEX)) + ", "
                            + LatexText.number(OutwardDigits.up(upper, DIGITS_IN_LATEX)) + "]";
        }

        private boolean isBelow() {
            return lower == Double.NEGATIVE_INFINITY && upper < Double.POSITIVE_INFINITY;
        }

        private boolean isAbove() {
            return lower > Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY;
        }

        @Override
        public List<Field> fields() {
            return List.of(new Field("at least", Json.finite(lower)), new Field("at most", Json.finite(upper)));
        }

        @Override
        public Style style() {
            return Style.NUMBER;
        }
    }

    /** What was computed beside what the theory says of it. */
    record Beside(Cell computed, Cell theoretical) implements Cell {
        @Override
        public String text() {
            return computed.text() + " / " + theoretical.text();
        }

        @Override
        public String unicode() {
            return computed.unicode() + " / " + theoretical.unicode();
        }

        @Override
        public String latex() {
            return computed.latex() + " / " + theoretical.latex();
        }

        @Override
        public List<Field> fields() {
            return List.of(new Field("computed", computed.data()), new Field("theoretical", theoretical.data()));
        }

        @Override
        public Style style() {
            return Style.NUMBER;
        }
    }

    /** A whole number, as a step. */
    record Count(long value) implements Cell {
        @Override
        public String text() {
            return Long.toString(value);
        }

        @Override
        public Object data() {
            return value;
        }

        @Override
        public Style style() {
            return Style.NUMBER;
        }
    }

    /** A threshold and on which side of it a value has to be. */
    record Limit(Bound bound) implements Cell {
        @Override
        public String text() {
            return isPositivity() ? "> 0" : (isMost() ? "<= " : ">= ") + digits();
        }

        @Override
        public String unicode() {
            return isPositivity() ? "> 0" : (isMost() ? "≤ " : "≥ ") + digits();
        }

        @Override
        public String latex() {
            return isPositivity() ? "$> 0$" : (isMost() ? "$\\le$ " : "$\\ge$ ") + LatexText.number(digits());
        }

        @Override
        public Object data() {
            return bound.threshold();
        }

        @Override
        public Style style() {
            return Style.NUMBER;
        }

        /** At least the least positive double: above zero. */
        private boolean isPositivity() {
            return bound.threshold() == Double.MIN_VALUE;
        }

        private boolean isMost() {
            return bound.sense() == Bound.Sense.AT_MOST;
        }

        private String digits() {
            return brief(bound.threshold()).text();
        }
    }

    /** What was decided, in a word; what does not hold stands out. */
    record Decision(String text, Style style) implements Cell {
        @Override
        public String latex() {
            String word = LatexText.escape(text.toLowerCase(Locale.ROOT));
            return switch (style) {
                case FAILS -> "\\textbf{" + word + "}";
                case OPEN -> "\\emph{" + word + "}";
                case HOLDS, TEXT, NUMBER, CODE, BAR -> word;
            };
        }
    }

    /**
     * A bar in a chart of characters.
     *
     * @param share its length as a share of the longest, from 0 to 1
     */
    record Bar(double share) implements Cell {

        private static final int LONGEST = 40;

        @Override
        public String text() {
            return "#".repeat(length());
        }

        @Override
        public String unicode() {
            return "\u2588".repeat(length());
        }

        @Override
        public String latex() {
            return String.format(LOCALE, "\\rule{%.1fem}{1ex}", 0.2 * length());
        }

        @Override
        public Object data() {
            return share;
        }

        @Override
        public Style style() {
            return Style.BAR;
        }

        private int length() {
            return (int) Math.round(LONGEST * share);
        }
    }

    /** A value that is not there. */
    record Nothing() implements Cell {
        @Override
        public String text() {
            return "-";
        }

        @Override
        public String unicode() {
            return "–";
        }

        @Override
        public String latex() {
            return "--";
        }

        @Override
        public Object data() {
            return null;
        }

        @Override
        public Style style() {
            return Style.NUMBER;
        }
    }

    /** A value that is not there. */
    static Cell none() {
        return new Nothing();
    }

    static Words words(String text) {
        return new Words(text, Optional.empty());
    }

    /** A number that is written already. */
    static Cell digits(String text) {
        return new Digits(text, text);
    }

    /** What is written already, with fewer digits than it has for programs. */
    static Cell digits(String shown, String exact) {
        return new Digits(shown, exact);
    }

    static Cell code(String text) {
        return new Code(text);
    }

    /** A bar of a length from 0 to 1. */
    static Cell bar(double share) {
        return new Bar(share);
    }

    /** A symbol or a formula. */
    static Cell formula(Notation notation) {
        return new Formula(notation, Style.CODE);
    }

    /** Words with formulas among them. */
    static Cell phrase(Notation notation) {
        return new Formula(notation, Style.TEXT);
    }

    /** Mathematics, in plain text and in LaTeX without dollar signs. */
    static Cell mathematics(String text, String latex) {
        return new Mathematics(text, latex);
    }

    /** A vector, or a number where it has one component. */
    static Cell vector(List<Double> components) {
        return components.size() == 1 ? number(components.get(0)) : new Vector(components);
    }

    /** A number to six significant digits. */
    static Cell number(double value) {
        return new Numeral(value, "%.6g");
    }

    /** A number to six significant digits, or nothing. */
    static Cell number(Optional<Double> value) {
        return value.map(Cell::number).orElse(none());
    }

    /** A number to four significant digits. */
    static Cell brief(double value) {
        return new Numeral(value, "%.4g");
    }

    /** A number to four significant digits, or nothing. */
    static Cell brief(Optional<Double> value) {
        return value.map(Cell::brief).orElse(none());
    }

    /** A slope, or its error, to three decimals, or nothing. */
    static Cell slope(Optional<Double> value) {
        return value.map(number -> (Cell) new Numeral(number, "%.3f")).orElse(none());
    }

    static Cell count(long value) {
        return new Count(value);
    }

    /** A whole number, or nothing. */
    static Cell count(Optional<Integer> value) {
        return value.map(number -> count(number.longValue())).orElse(none());
    }

    /** A threshold, or nothing. */
    static Cell threshold(Optional<Bound> bound) {
        return bound.map(threshold -> (Cell) new Limit(threshold)).orElse(none());
    }

    static Cell status(Verdict.Status status) {
        return decision(status.word(), status);
    }

    /** What was decided, in a word of the document's own. */
    static Cell decision(String word, Verdict.Status status) {
        Style style =
                switch (status) {
                    case HOLDS -> Style.HOLDS;
                    case FAILS -> Style.FAILS;
                    case UNDECIDED, NOT_APPLICABLE -> Style.OPEN;
                };
        return new Decision(word, style);
    }

    static Cell evidence(Verdict.Evidence evidence) {
        return words(
                switch (evidence) {
                    case FORMAL -> "Coq proof";
                    case SYMBOLIC -> "symbolic proof";
                    case CERTIFIED -> "certified interval";
                    case NUMERIC -> "numeric run";
                });
    }
}
