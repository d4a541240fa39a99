package org.selfstab.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import org.selfstab.document.LatexLayout;
import org.selfstab.document.MarkdownLayout;
import org.selfstab.document.TextLayout;
import org.selfstab.document.chart.FigureDrawer;

/** The forms in which every result is shown. */
public enum Format {
    /** Text for a terminal. */
    TEXT {
        @Override
        public void write(Report report, int width, Writer out) throws IOException {
            out.write(new TextLayout(width).write(report.document()));
        }
    },
    /** Tables for a paper, after comments that say what was run. */
    LATEX {
        @Override
        public void write(Report report, int width, Writer out) throws IOException {
            out.write(Recorded.latex(report.run(), new LatexLayout().write(report.document())));
        }
    },
    /** A page in Markdown, after a comment that says how to renew it. */
    MARKDOWN {
        @Override
        public void write(Report report, int width, Writer out) throws IOException {
            out.write(Recorded.markdown(report.run(), new MarkdownLayout().write(report.document())));
        }
    },
    /** A page that stands alone. */
    HTML {
        @Override
        public void write(Report report, int width, Writer out) throws IOException {
            out.write(ReportFolder.html(
                    Recorded.page(report.run(), report.document()),
                    report.document().figures().figures().stream()
                            .map(FigureDrawer::draw)
                            .toList()));
        }
    },
    /** All numbers unrounded, by the schemas of outputs.md. */
    JSON {
        @Override
        public void write(Report report, int width, Writer out) throws IOException {
            report.json().write(out);
        }
    },
    /** The first table, unrounded. */
    CSV {
        @Override
        public void write(Report report, int width, Writer out) throws IOException {
            report.csv().write(out);
        }
    };

    /** The name on the command line, which completion offers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes a report; it ends with a line break.
     *
     * @param width of the terminal's lines, in characters
     * @throws IOException if the writer fails
     */
    public abstract void write(Report report, int width, Writer out) throws IOException;

    /** A report for a file. */
    public String write(Report report) {
        StringWriter out = new StringWriter();
        try {
            write(report, FILE_WIDTH, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /** The width of lines where there is no terminal. */
    public static final int FILE_WIDTH = 100;
}
