package org.selfstab.report;

import java.util.stream.Collectors;
import org.selfstab.document.LatexText;
import org.selfstab.expression.syntax.LatexWriter;
import org.selfstab.problem.Problem;

/** The comments that say what stands in a table or picture, so that a paper's source tells it too. */
final class LatexCaption {

    private final StringBuilder text = new StringBuilder();

    /** The comments on what has a title. */
    LatexCaption(String title) {
        line(title);
    }

    /** The comments on a problem. */
    LatexCaption(Problem problem) {
        this(problem.title().toString(), problem);
    }

    private LatexCaption(String title, Problem problem) {
        this(title);
        problem.source().ifPresent(source -> line("source: " + source));
        line("L = " + LatexWriter.latex(problem.loss()));
        line(problem.parameters().definitions().entrySet().stream()
                .map(parameter -> parameter.getKey() + " = " + parameter.getValue())
                .collect(Collectors.joining(", ")));
        problem.run().kick().ifPresent(kick -> line("kick: x_0 = " + kick + " delta along u at dagger_0"));
    }

    /** The comments on a problem and what was found of it. */
    LatexCaption(Problem problem, String summary) {
        this(problem.title() + ": " + summary, problem);
    }

    /** One more comment. */
    LatexCaption line(String comment) {
        text.append(LatexText.comment(comment));
        return this;
    }

    /** What has to stand in the preamble. */
    LatexCaption needs(String packages) {
        return line("needs \\usepackage{" + packages + "}");
    }

    /** The comments' lines. */
    String write() {
        return text.toString();
    }
}
