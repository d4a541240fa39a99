package org.selfstab.report;

import org.selfstab.document.LatexText;
import org.selfstab.expression.syntax.LatexWriter;
import org.selfstab.problem.Problem;

/** The comments that say what stands in a picture, so that a paper's source tells it too. */
final class LatexCaption {

    private final StringBuilder text = new StringBuilder();

    /** The comments on a problem. */
    LatexCaption(Problem problem) {
        line(problem.title().toString());
        problem.source().ifPresent(source -> line("source: " + source));
        line("L = " + LatexWriter.latex(problem.loss()));
        line(ProblemFacts.equations(problem.parameters().definitions()));
        problem.run().kick().ifPresent(kick -> line("kick: x_0 = " + kick + " delta along u at dagger_0"));
    }

    /** One more comment. */
    LatexCaption line(String comment) {
        text.append(LatexText.comment(comment));
        return this;
    }

    /** The comments' lines. */
    String write() {
        return text.toString();
    }
}
