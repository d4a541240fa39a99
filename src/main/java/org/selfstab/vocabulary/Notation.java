package org.selfstab.vocabulary;

import java.util.regex.Pattern;

/**
 * A formula, or words with formulas among them, in each of the ways in which outputs write them. It is written once where the thing is defined; nothing
 * reads one form to make another.
 *
 * @param ascii in plain text and JSON, for instance {@code max eta lambda_2}
 * @param unicode on pages and in figures, {@code max η λ₂}
 * @param latex in LaTeX, for running text: its formulas stand between dollar signs, {@code $\max \eta \lambda_2$}
 */
public record Notation(String ascii, String unicode, String latex) {

    private static final Pattern OF_LATEX = Pattern.compile("[\\\\{}%&_#$~^<>|\"]");

    /** A formula; its LaTeX is that of mathematics, without dollar signs. */
    public static Notation formula(String ascii, String unicode, String mathematics) {
        return new Notation(ascii, unicode, "$" + mathematics + "$");
    }

    /**
     * Words without a formula, the same everywhere.
     *
     * @throws IllegalArgumentException if LaTeX takes a character of them for something else
     */
    public static Notation words(String words) {
        if (OF_LATEX.matcher(words).find()) {
            throw new IllegalArgumentException("not only words: " + words);
        }
        return new Notation(words, words, words);
    }

    /** This and what follows it. */
    public Notation then(Notation next) {
        return new Notation(ascii + next.ascii, unicode + next.unicode, latex + next.latex);
    }

    /** This and words that follow it. */
    public Notation then(String words) {
        return then(words(words));
    }

    /** The plain text. */
    @Override
    public String toString() {
        return ascii;
    }
}
