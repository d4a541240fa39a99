package org.selfstab.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.selfstab.expression.Expression;

/** Writes a generated problem as a problem file. */
final class ProblemWriter {

    private final GeneratedProblem problem;
    private final StringBuilder text = new StringBuilder();

    ProblemWriter(GeneratedProblem problem) {
        this.problem = problem;
    }

    String text() {
        problem.explanation().forEach(line -> line(line.isEmpty() ? "#" : "# " + line));
        line("");
        entry("title    ", problem.title());
        entry("source   ", problem.command());
        line("variables = [" + quoted(problem.variables()) + "]");
        line("loss      = \"\"\"");
        boolean first = true;
        for (Expression term : problem.terms()) {
            line("  " + signed(term, first));
            first = false;
        }
        line("\"\"\"");
        section("parameters", texts(problem.parameters()));
        section("start", start());
        line("");
        line("[run]");
        if (problem.horizon().isPresent()) {
            line("at_edge = true");
            line("horizon = \"floor(" + problem.horizon().get() + ")\"");
        } else {
            line("max_steps = " + Prescription.RunPlan.BelowEdge.MAX_STEPS);
        }
        if (!problem.family().isEmpty()) {
            line("");
            line("[family]");
            entry("parameter", Names.of(Prescribed.ALPHA).toString());
            line("values    = [" + quoted(problem.family()) + "]");
        }
        line("");
        line("[expect]");
        int width = width(problem.expectations().keySet()) + 2;
        problem.expectations().forEach((name, asserted) -> entry(padded("\"" + name + "\"", width), asserted));
        return text.toString();
    }

    private static String signed(Expression term, boolean isFirst) {
        String written = term.toString();
        if (isFirst) {
            return written;
        }
        return written.startsWith("-") ? "- " + written.substring(1) : "+ " + written;
    }

    private static String quoted(List<? extends Expression> expressions) {
        List<String> quoted = new ArrayList<>();
        expressions.forEach(expression -> quoted.add("\"" + expression + "\""));
        return String.join(", ", quoted);
    }

    private List<Map.Entry<String, String>> start() {
        List<Map.Entry<String, String>> start = new ArrayList<>();
        for (int i = 0; i < problem.variables().size(); i++) {
            start.add(Map.entry(
                    problem.variables().get(i).name(), problem.start().get(i).toString()));
        }
        return start;
    }

    private static List<Map.Entry<String, String>> texts(Map<String, Expression> values) {
        return values.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().toString()))
                .toList();
    }

    private void section(String name, List<Map.Entry<String, String>> entries) {
        line("");
        line("[" + name + "]");
        int width = width(entries.stream().map(Map.Entry::getKey).toList());
        entries.forEach(entry -> entry(padded(entry.getKey(), width), entry.getValue()));
    }

    private static int width(Iterable<String> names) {
        int width = 0;
        for (String name : names) {
            width = Math.max(width, name.length());
        }
        return width;
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(Math.max(0, width - name.length()));
    }

    private void entry(String key, String value) {
        line(key + " = \"" + value + "\"");
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}
