package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hipparchus.exception.MathRuntimeException;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.expression.Symbol;
import org.selfstab.problem.Parameters;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RunSettings;
import org.selfstab.problem.Threshold;
import org.selfstab.problem.Thresholds;
import org.selfstab.symbolic.ExpressionParser;
import org.selfstab.symbolic.ExpressionSyntaxException;
import org.selfstab.vocabulary.FreeText;

/** The problem of a certificate, built anew from its exact expressions. */
final class RebuiltProblem {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*+");

    private final Written.ProblemText text;

    private RebuiltProblem(Written.ProblemText text) {
        this.text = text;
    }

    /**
     * Builds the problem.
     *
     * @param file the file's name in messages
     * @throws CertificateException if the text is no problem
     */
    static Problem of(String file, Written.ProblemText text) {
        try {
            return new RebuiltProblem(text).build();
        } catch (ExpressionSyntaxException wrong) {
            throw new CertificateException(file + ":2:1: the problem: " + wrong.getMessage());
        } catch (IllegalArgumentException | ExpressionLimitException | MathRuntimeException wrong) {
            throw new CertificateException(file + ":2:1: the problem: "
                    + String.valueOf(wrong.getMessage()).replaceAll("\\R+", " "));
        }
    }

    private Problem build() {
        Set<String> parameters = text.parameters().keySet();
        List<String> all = new ArrayList<>(text.variables());
        all.addAll(parameters);
        requireNames(all);
        ExpressionParser ofParameters = new ExpressionParser(parameters);
        if (!List.copyOf(text.start().keySet()).equals(text.variables())) {
            throw new IllegalArgumentException("start does not have each variable once, in order");
        }
        Map<String, Expression> definitions = parsed(text.parameters(), ofParameters);
        if (!definitions.containsKey(Problem.STEP_SIZE)) {
            throw new IllegalArgumentException("no parameter " + Problem.STEP_SIZE);
        }
        List<Symbol> variables =
                text.variables().stream().map(Expression::symbol).toList();
        Optional<Expression> horizon = text.horizon()
                .map(expression -> ofParameters.parseRoundedDown(expression).expression());
        return new Problem(
                text.name(),
                new FreeText(text.title()),
                Optional.empty(),
                variables,
                new ExpressionParser(all).parse(text.loss()).expression(),
                new Parameters(definitions),
                parsed(text.start(), ofParameters),
                new RunSettings(text.atEdge(), horizon, text.maxSteps()),
                Optional.empty(),
                List.of(),
                thresholds());
    }

    private static void requireNames(List<String> names) {
        if (new HashSet<>(names).size() != names.size() || names.isEmpty()) {
            throw new IllegalArgumentException("variables and parameters need names, each its own");
        }
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a name is letters, digits and _, a letter first");
            }
        }
    }

    private static Map<String, Expression> parsed(Map<String, String> texts, ExpressionParser parser) {
        Map<String, Expression> expressions = new LinkedHashMap<>();
        texts.forEach((name, expression) ->
                expressions.put(name, parser.parse(expression).expression()));
        return expressions;
    }

    private Thresholds thresholds() {
        Map<String, Threshold> known = new HashMap<>();
        Arrays.stream(Threshold.values()).forEach(threshold -> known.put(threshold.dottedName(), threshold));
        if (!text.thresholds().keySet().equals(known.keySet())) {
            throw new IllegalArgumentException("thresholds does not have each threshold once");
        }
        Map<Threshold, Double> values = new HashMap<>();
        text.thresholds().forEach((name, value) -> values.put(known.get(name), value));
        return new Thresholds(values);
    }
}
