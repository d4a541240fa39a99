package org.selfstab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.LatexText;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.LatexWriter;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.problem.WeightDecay;
import org.selfstab.vocabulary.Notation;

/** What a problem is, for the top of its pages. */
final class ProblemFacts {

    /** The greatest number of characters of a loss that is shown written out though it has sums. */
    private static final int MAX_LOSS = 400;

    private static final int MAX_VARIABLES = 40;
    private static final int FIRST_VARIABLES = 10;

    private ProblemFacts() {}

    /** The facts. */
    static List<Document.Fact> of(Problem problem) {
        List<Document.Fact> facts = new ArrayList<>();
        problem.source().ifPresent(source -> facts.add(Document.Fact.of("source", source.toString())));
        facts.add(new Document.Fact("loss", Cell.code(loss(problem))));
        facts.add(new Document.Fact(
                "with", Cell.code(equations(problem.parameters().values()))));
        if (!problem.isPlainGradientDescent()) {
            facts.add(new Document.Fact("optimizer", Cell.words(optimizer(problem))));
        }
        problem.decay().ifPresent(decay -> facts.add(Document.Fact.of("decay", decay(problem, decay))));
        facts.add(new Document.Fact("from", Cell.code(start(problem.start()))));
        problem.run()
                .kick()
                .ifPresent(kick -> facts.add(new Document.Fact("kick", Cell.formula(kick(kick.toString())))));
        return facts;
    }

    /** What the optimizer has in place of eta. */
    private static String optimizer(Problem problem) {
        if (problem.adaptive().isPresent()) {
            return problem.optimizer().name() + ", P = sqrt(nu)/eta, edge lambda_max(P^-1 H) = "
                    + number(problem.edge())
                    + ": u, x, delta and norms are in the metric of P, lambda stands for S and eta for "
                    + number(Expression.TWO.dividedBy(problem.edge()));
        }
        return problem.optimizer().name() + ", S_c = " + number(problem.edge()) + ", a = "
                + number(problem.growthRate()) + ", b = " + number(problem.driftRate()) + "; eps = sqrt(a b alpha)"
                + (problem.hasFallingWeight()
                        ? "; all of the first step, and as the weight falls as weight/(1 + weight t) S_c goes to "
                                + number(problem.edgeOfFallenWeight())
                        : "");
    }

    /** The loss shown is the penalised one. */
    private static String decay(Problem problem, WeightDecay decay) {
        return (decay.decoupled().isPresent() ? "decoupled, the same as the penalty " : "the penalty ")
                + "mu |theta|^2/2 with mu = " + number(problem.penalty().orElseThrow())
                + " in the loss: the edge of its sharpness is at " + number(problem.edge())
                + ", that of the bare loss's, mu less, at " + number(problem.bareEdge());
    }

    /** About the value of a closed expression. */
    static String number(Expression closed) {
        return Cell.number(RealValue.of(closed)).text();
    }

    /** Written out, or with its sums where that is long and they make it shorter. */
    private static String loss(Problem problem) {
        String writtenOut = problem.loss().toString();
        if (writtenOut.length() <= MAX_LOSS) {
            return writtenOut;
        }
        String withSums = problem.lossWithSums().toString();
        return withSums.length() < writtenOut.length() ? withSums : writtenOut;
    }

    /** Of many variables the first ones. */
    private static String start(Map<String, Expression> start) {
        if (start.size() <= MAX_VARIABLES) {
            return equations(start);
        }
        Map<String, Expression> first = new LinkedHashMap<>();
        start.entrySet().stream().limit(FIRST_VARIABLES).forEach(entry -> first.put(entry.getKey(), entry.getValue()));
        return equations(first) + ", and " + (start.size() - FIRST_VARIABLES) + " more";
    }

    /** {@code NAME = VALUE}, with commas between several. */
    static String equations(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** One of them, which names a member of a family. */
    static Notation equation(String name, Expression value) {
        String text = name + " = " + value;
        return Notation.formula(text, text, LatexWriter.latex(Expression.symbol(name)) + " = " + inText(value));
    }

    /** The members of a family, {@code NAME = VALUE, VALUE}. */
    static Document.Fact members(String parameter, List<Expression> values) {
        return Document.Fact.of(
                "family",
                values.stream().map(Expression::toString).collect(Collectors.joining(", ", parameter + " = ", "")));
    }

    /** LaTeX that is no higher than a line. */
    static String inText(Expression value) {
        return LatexWriter.latex(value).replace("\\frac", "\\tfrac");
    }

    /** The displacement by which a run begins, in the direction of u. */
    private static Notation kick(String factor) {
        return Notation.formula("x_0 = ", "x₀ = ", "x_0 = ")
                .then(new Notation(factor, factor, LatexText.escape(factor)))
                .then(Notation.formula(" delta", " δ", "\\,\\delta"))
                .then(" along ")
                .then(Notation.formula("u", "u", "u"))
                .then(" at ")
                .then(Notation.formula("dagger_0", "θ†₀", "\\theta^\\dagger_0"));
    }
}
