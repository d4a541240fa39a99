package org.selfstab.document;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.selfstab.vocabulary.Digits;

/** Text and numbers as LaTeX that needs no packages: whatever stands in a problem file, TeX prints it and does nothing else. */
public final class LatexText {

    private static final Pattern SCIENTIFIC = Pattern.compile("(-?[\\d.]+)[eE]([+-]?\\d+)");

    private static final Map<Integer, String> SPECIAL = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '<', "$<$"),
            Map.entry((int) '>', "$>$"),
            Map.entry((int) '|', "$|$"),
            Map.entry((int) '"', "\\char34{}"),
            Map.entry((int) '\u2013', "--"),
            Map.entry((int) '\u2014', "---"),
            Map.entry((int) '\u2018', "`"),
            Map.entry((int) '\u2019', "'"),
            Map.entry((int) '\u201c', "``"),
            Map.entry((int) '\u201d', "''"),
            Map.entry((int) '\u00b7', "$\\cdot$"),
            Map.entry((int) '\u00d7', "$\\times$"),
            Map.entry((int) '\u2020', "$\\dagger$"),
            Map.entry((int) '\u2192', "$\\to$"),
            Map.entry((int) '\u221a', "$\\surd$"),
            Map.entry((int) '\u221e', "$\\infty$"),
            Map.entry((int) '\u2207', "$\\nabla$"),
            Map.entry((int) '\u2248', "$\\approx$"),
            Map.entry((int) '\u2264', "$\\le$"),
            Map.entry((int) '\u2265', "$\\ge$"),
            Map.entry((int) '\u00df', "\\ss{}"),
            Map.entry((int) '\u00e6', "\\ae{}"),
            Map.entry((int) '\u00f8', "\\o{}"),
            Map.entry((int) '\u00d8', "\\O{}"),
            Map.entry((int) '\u0142', "\\l{}"));

    private static final Map<Integer, String> ACCENTS = Map.of(
            0x300, "\\`", 0x301, "\\'", 0x302, "\\^", 0x303, "\\~", 0x304, "\\=", 0x308, "\\\"", 0x30a, "\\r", 0x30c,
            "\\v", 0x327, "\\c", 0x30b, "\\H");

    /** The letters from U+03B1 on; those that are Latin letters in print are. */
    private static final String[] GREEK = {
        "\\alpha",
        "\\beta",
        "\\gamma",
        "\\delta",
        "\\epsilon",
        "\\zeta",
        "\\eta",
        "\\theta",
        "\\iota",
        "\\kappa",
        "\\lambda",
        "\\mu",
        "\\nu",
        "\\xi",
        "o",
        "\\pi",
        "\\rho",
        "\\varsigma",
        "\\sigma",
        "\\tau",
        "\\upsilon",
        "\\phi",
        "\\chi",
        "\\psi",
        "\\omega"
    };

    private static final String[] GREEK_CAPITALS = {
        "A",
        "B",
        "\\Gamma",
        "\\Delta",
        "E",
        "Z",
        "H",
        "\\Theta",
        "I",
        "K",
        "\\Lambda",
        "M",
        "N",
        "\\Xi",
        "O",
        "\\Pi",
        "P",
        "",
        "\\Sigma",
        "T",
        "\\Upsilon",
        "\\Phi",
        "X",
        "\\Psi",
        "\\Omega"
    };

    private LatexText() {}

    /** Text for a paragraph or a cell. A character that is not known is printed as its code, {@code U+4E2D}. */
    public static String escape(String text) {
        StringBuilder latex = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int point : points) {
            latex.append(escape(point));
        }
        return latex.toString();
    }

    private static String escape(int point) {
        if (SPECIAL.containsKey(point)) {
            return SPECIAL.get(point);
        }
        if (point < 0x7f) {
            return point < ' ' ? " " : Character.toString(point);
        }
        if (point >= 0x3b1 && point <= 0x3c9) {
            return "$" + GREEK[point - 0x3b1] + "$";
        }
        if (point >= 0x391 && point <= 0x3a9 && point != 0x3a2) {
            return "$" + GREEK_CAPITALS[point - 0x391] + "$";
        }
        String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD);
        boolean isAccented = parts.length() == 2
                && parts.charAt(0) < 0x7f
                && Character.isLetter(parts.charAt(0))
                && ACCENTS.containsKey((int) parts.charAt(1));
        return isAccented
                ? ACCENTS.get((int) parts.charAt(1)) + "{" + (parts.charAt(0) == 'i' ? "\\i" : parts.charAt(0)) + "}"
                : String.format(Digits.LOCALE, "U+%04X", point);
    }

    /** A comment of one line, with its line break: whatever ends a line in the text is a space. */
    public static String comment(String text) {
        return "% " + text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ") + "\n";
    }

    /** A number to four significant digits. */
    public static String number(double value) {
        return Double.isNaN(value)
                ? "--"
                : Double.isInfinite(value)
                        ? (value < 0 ? "$-\\infty$" : "$\\infty$")
                        : number(value == 0 ? "0" : String.format(Digits.LOCALE, "%.4g", value));
    }

    /** A number in Java's or in printf's form, with the power of ten written out. */
    public static String number(String digits) {
        Matcher scientific = SCIENTIFIC.matcher(digits);
        if (scientific.matches()) {
            return "$" + scientific.group(1) + " \\times 10^{" + Integer.parseInt(scientific.group(2)) + "}$";
        }
        return digits.startsWith("-") && digits.length() > 1 ? "$" + digits + "$" : digits.equals("-") ? "--" : digits;
    }
}
