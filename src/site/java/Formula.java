import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formulas as LaTeX, which the browser typesets. */
final class Formula {

    private static final String MARK = "latex:";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<number>\\d+(?:\\.\\d+)?(?:e-?\\d+)?)|(?<name>D[34]L|[A-Za-z]+)|(?<symbol>->|<=|>=|!=|\\.\\.\\.?|[-+*/=<>~|()\\[\\]{},:;.'^_])|(?<space>\\s+)");

    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        for (String greek : List.of(
                "alpha", "beta", "gamma", "delta", "theta", "eta", "kappa", "lambda", "mu", "nu", "rho", "sigma", "tau",
                "phi", "pi", "Pi", "epsilon", "min", "max", "log", "exp", "cos", "sin", "tan", "sum", "prod")) {
            NAMES.put(greek, "\\" + greek + " ");
        }
        Map.of(
                        "eps",
                        "\\epsilon ",
                        "grad",
                        "\\nabla ",
                        "Hess",
                        "\\nabla^2 ",
                        "D3L",
                        "D^3 L",
                        "D4L",
                        "D^4 L",
                        "proj",
                        "\\mathrm{proj}",
                        "integral",
                        "\\int ",
                        "dtau",
                        "d\\tau ",
                        "gradS",
                        "\\nabla S")
                .forEach(NAMES::put);
        for (String word : List.of("and", "of", "from", "to", "mean", "transported", "error", "unit", "ulp", "floor")) {
            NAMES.put(word, "\\text{ " + word + " }");
        }
    }

    private final String text;
    private final Matcher tokens;
    private int angles;

    private Formula(String text) {
        this.text = text;
        this.tokens = TOKEN.matcher(text);
    }

    /** Puts formulas between dollars into code, where Markdown leaves them alone. */
    static String protect(String markdown) {
        return Pattern.compile("(?<![\\\\`$])\\$([^$\n`]+)\\$")
                .matcher(markdown)
                .replaceAll(formula -> Matcher.quoteReplacement("`" + MARK + formula.group(1) + "`"));
    }

    /** What stands in code, typeset if it is a formula: marked as one, or one by its names and signs where formulas are expected. */
    static Optional<String> of(String code, boolean expected) {
        if (code.startsWith(MARK)) {
            String latex = code.substring(MARK.length());
            return Optional.of(typeset(latex, latex));
        }
        return expected
                ? new Formula(code.replace("\\|", "|")).latex().map(latex -> typeset(latex, code))
                : Optional.empty();
    }

    private static String typeset(String latex, String shown) {
        return "<code data-latex=\"" + Site.escaped(latex) + "\">" + Site.escaped(shown) + "</code>";
    }

    private Optional<String> latex() {
        StringBuilder latex = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            Optional<Piece> piece = piece(at);
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            latex.append(piece.get().latex());
            at = piece.get().end();
        }
        return Optional.of(latex.toString());
    }

    /** A part that ends before a place of the text. */
    private record Piece(String latex, int end) {}

    private Optional<Piece> piece(int begin) {
        if (!tokens.find(begin) || tokens.start() != begin) {
            return Optional.empty();
        }
        int end = tokens.end();
        if (tokens.group("space") != null) {
            return Optional.of(new Piece(isProduct(begin, end) ? "\\, " : " ", end));
        }
        if (tokens.group("number") != null) {
            return Optional.of(scripted(
                    tokens.group().replaceFirst("^1e(.*)", "10^{$1}").replaceFirst("e(-?\\d+)$", "\\\\cdot 10^{$1}"),
                    "",
                    end));
        }
        if (tokens.group("name") != null) {
            return name(tokens.group(), end);
        }
        return symbol(tokens.group(), begin, end);
    }

    /** Whether factors are on both sides of a space, which keeps them apart. */
    private boolean isProduct(int begin, int end) {
        return text.substring(0, begin).matches("(?s).*[\\w)*]")
                && !text.substring(0, begin).matches("(?s).*\\b(?:grad|Hess|max|min|log)")
                && text.substring(end).matches("(?s)[A-Za-z(\\[].*");
    }

    private Optional<Piece> name(String name, int end) {
        if (name.equals("sqrt") && end < text.length() && text.charAt(end) == '(') {
            int close = closing(end, '(', ')');
            return new Formula(text.substring(end + 1, close))
                    .latex()
                    .map(inner -> new Piece("\\sqrt{" + inner + "}", close + 1));
        }
        if (name.equals("gradS") && text.startsWith("_perp", end)) {
            return Optional.of(scripted("\\nabla S", "\\perp", end + "_perp".length()));
        }
        if (name.equals("dagger")) {
            return Optional.of(scripted("\\theta", "\\dagger", end));
        }
        String latex = name.length() == 1 ? name : name.matches("d[A-Zt]") ? "d" + name.charAt(1) : NAMES.get(name);
        return Optional.ofNullable(latex).map(base -> scripted(base, "", end));
    }

    /** What has indices below and above, and a star or the like before these. */
    private Piece scripted(String base, String mark, int begin) {
        int at = begin;
        String above = mark;
        if (at < text.length()
                && text.charAt(at) == '*'
                && (at + 1 == text.length() || "_^),]|} ".indexOf(text.charAt(at + 1)) >= 0)
                && !text.startsWith(" * ", at - 1)) {
            above = "*";
            at++;
        }
        String latex = base + (above.isEmpty() ? "" : "^{" + above + "}");
        while (at < text.length() && (text.charAt(at) == '_' || text.charAt(at) == '^')) {
            char kind = text.charAt(at);
            Piece script = script(at + 1);
            boolean twice = kind == '^' && !above.isEmpty();
            latex = (twice ? "{" + latex + "}" : latex) + kind + "{" + script.latex() + "}";
            at = script.end();
        }
        return new Piece(latex, at);
    }

    private Piece script(int begin) {
        if (begin < text.length() && text.charAt(begin) == '{') {
            int close = closing(begin, '{', '}');
            String inner = text.substring(begin + 1, close);
            return new Piece(new Formula(inner).latex().orElse("\\text{" + inner + "}"), close + 1);
        }
        Matcher one = Pattern.compile("-?\\d+(?:\\.\\d+)?|[A-Za-z]+").matcher(text);
        if (!one.find(begin) || one.start() != begin) {
            return new Piece("", begin);
        }
        return new Piece(NAMES.getOrDefault(one.group(), one.group()), one.end());
    }

    private int closing(int begin, char open, char close) {
        int depth = 0;
        for (int i = begin; i < text.length(); i++) {
            depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length() - 1;
    }

    private Optional<Piece> symbol(String symbol, int begin, int end) {
        boolean afterSpace = begin == 0 || text.charAt(begin - 1) == ' ';
        boolean beforeSpace = end == text.length() || text.charAt(end) == ' ';
        String latex =
                switch (symbol) {
                    case "->" -> "\\to ";
                    case "<=" -> "\\le ";
                    case ">=" -> "\\ge ";
                    case "!=" -> "\\ne ";
                    case "...", ".." -> "\\dots ";
                    case "~" -> "\\sim ";
                    case "*" -> "\\,";
                    case "." -> "\\cdot ";
                    case "{" -> "\\{";
                    case "}" -> "\\}";
                    case "<" -> afterSpace && !beforeSpace ? "\\langle " : "<";
                    case ">" -> angles > 0 && !afterSpace ? "\\rangle " : ">";
                    default -> symbol;
                };
        angles += latex.equals("\\langle ") ? 1 : latex.equals("\\rangle ") ? -1 : 0;
        return Optional.of(
                ")]|".contains(symbol) || latex.equals("\\rangle ") ? scripted(latex, "", end) : new Piece(latex, end));
    }
}
