package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.selfstab.document.Document;
import org.selfstab.document.HtmlView;
import org.selfstab.document.Template;
import org.selfstab.document.chart.Drawing;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureDrawer;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunRecord;

/** Writes pages and their figures into folders. */
public final class ReportFolder {

    /** The name of a problem's page. */
    public static final String REPORT = "report.html";

    /** The name of a family's page, beside that of the problem. */
    public static final String FAMILY = "family.html";

    /** The name of the page of the reduced dynamics, beside that of the problem. */
    public static final String ODE = "ode.html";

    /** The name of an exploration's page. */
    public static final String EXPLORE = "explore.html";

    /** The name of the page of gradient descent alone. */
    public static final String DESCENT = "descent.html";

    /** The name of the page of stochastic gradients. */
    public static final String NOISE = "noise.html";

    /** The name of the page of orbits over a parameter. */
    public static final String BIFURCATION = "bifurcation.html";
    /** The name of the page of the slow drift, beside that of the problem. */
    public static final String DRIFT = "drift.html";

    /** The same of a family. */
    public static final String DRIFT_FAMILY = "drift-family.html";

    /** The name of a sweep's page. */
    public static final String SWEEP = "sweep.html";

    /** The name of a page over several problems. */
    public static final String INDEX = "index.html";

    /** The name of the page of two outputs. */
    public static final String COMPARISON = "comparison.html";

    /** The folder of a page's figures, beside it. */
    public static final String FIGURES = "figures";

    /** The folder of pictures for a paper and their CSV files in a problem's folder. */
    public static final String PICTURES = "pgfplots";

    private ReportFolder() {}

    /**
     * Writes {@code report.html} and, below {@code figures}, each figure as SVG and PNG.
     *
     * @param listener is told of each figure
     * @throws IOException if a file cannot be written
     * @throws org.selfstab.vocabulary.SelfstabException if this Java cannot draw
     */
    public static void write(Path folder, RunRecord run, Document page, RunListener listener) throws IOException {
        write(folder, REPORT, Recorded.page(run, page), listener);
    }

    /** Writes {@code family.html} and its figures, as {@link #write} does. */
    public static void writeFamily(Path folder, RunRecord run, Document page, RunListener listener) throws IOException {
        write(folder, FAMILY, Recorded.page(run, page), listener);
    }

    /** Writes {@code ode.html} and its figures, as {@link #write} does. */
    public static void writeOde(Path folder, RunRecord run, Document page, RunListener listener) throws IOException {
        write(folder, ODE, Recorded.page(run, page), listener);
    }

    /** Writes {@code explore.html} and its figures, as {@link #write} does. */
    public static void writeExploration(Path folder, RunRecord run, Document page, RunListener listener)
            throws IOException {
        write(folder, EXPLORE, Recorded.page(run, page), listener);
    }

    /** Writes {@code descent.html} and its figures, as {@link #write} does. */
    public static void writeDescent(Path folder, RunRecord run, Document page, RunListener listener)
            throws IOException {
        write(folder, DESCENT, Recorded.page(run, page), listener);
    }

    /** Writes {@code noise.html} and its figures, as {@link #write} does. */
    public static void writeNoise(Path folder, RunRecord run, Document page, RunListener listener) throws IOException {
        write(folder, NOISE, Recorded.page(run, page), listener);
    }

    /** Writes {@code bifurcation.html} and its figures, as {@link #write} does. */
    public static void writeBifurcation(Path folder, RunRecord run, Document page, RunListener listener)
            throws IOException {
        write(folder, BIFURCATION, Recorded.page(run, page), listener);
    }

    /** Writes {@code drift.html} and its figures, as {@link #write} does. */
    public static void writeDrift(Path folder, RunRecord run, Document page, RunListener listener) throws IOException {
        write(folder, DRIFT, Recorded.page(run, page), listener);
    }

    /** Writes {@code drift-family.html} and its figures, as {@link #write} does. */
    public static void writeDriftFamily(Path folder, RunRecord run, Document page, RunListener listener)
            throws IOException {
        write(folder, DRIFT_FAMILY, Recorded.page(run, page), listener);
    }

    /** Writes {@code sweep.html} and its figures, as {@link #write} does. */
    public static void writeSweep(Path folder, RunRecord run, Document page, RunListener listener) throws IOException {
        write(folder, SWEEP, Recorded.page(run, page), listener);
    }

    /**
     * Writes {@code index.html}.
     *
     * @throws IOException if the file cannot be written
     */
    public static void writeIndex(Path folder, RunRecord run, Document page) throws IOException {
        write(folder, INDEX, Recorded.page(run, page), RunListener.none());
    }

    /** Writes {@code comparison.html} and its figures, as {@link #write} does. */
    public static void writeComparison(Path folder, RunRecord run, Document page) throws IOException {
        write(folder, COMPARISON, Recorded.page(run, page), RunListener.none());
    }

    private static void write(Path folder, String name, Document page, RunListener listener) throws IOException {
        List<Figure> figures = page.figures().figures();
        List<Drawing> drawings = new ArrayList<>();
        for (Figure figure : figures) {
            listener.progress("figure " + (drawings.size() + 1) + " of " + figures.size() + ", " + figure.name(), 0);
            Drawing drawing = FigureDrawer.draw(figure);
            Path place = folder.resolve(FIGURES);
            PendingFile.write(place.resolve(figure.name() + ".svg"), drawing.svg());
            PendingFile.write(place.resolve(figure.name() + ".png"), drawing.png());
            drawings.add(drawing);
        }
        PendingFile.write(folder.resolve(name), html(page, drawings));
    }

    /** A page without figures as HTML. */
    public static String html(Document page) {
        return html(page, List.of());
    }

    /** A page as HTML, with its figures in it. */
    static String html(Document page, List<Drawing> drawings) {
        return Template.fill(HtmlView.of(page, drawings));
    }
}
