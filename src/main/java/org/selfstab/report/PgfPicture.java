package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.selfstab.document.LatexText;

/**
 * A picture for pgfplots that reads a CSV file, in colours that the colour-blind tell apart (Okabe and Ito, 2008) and in styles that differ in
 * black and white. Where the CSV files are is the macro {@code \selfstabdata}, {@code pgfplots} if a paper does not say.
 */
final class PgfPicture {

    static final String BLUE = "selfstabblue";
    static final String VERMILLION = "selfstabvermillion";
    static final String GREEN = "selfstabgreen";
    static final String PURPLE = "selfstabpurple";
    static final String ORANGE = "selfstaborange";

    static final String SKY = "selfstabsky";
    static final String BLACK = "black";

    private static final List<String> COLOURS = List.of(
            BLUE, "0072B2", VERMILLION, "D55E00", GREEN, "009E73", PURPLE, "CC79A7", ORANGE, "E69F00", SKY, "56B4E9");

    private final String name;
    private final String comment;
    private final StringBuilder plots = new StringBuilder();
    private String axis = "";
    private String data = "run.csv";

    /**
     * A picture without plots.
     *
     * @param name the file's name without its end
     * @param comment lines of comment before it
     */
    PgfPicture(String name, String comment) {
        this.name = name;
        this.comment = comment;
    }

    /** Labels and other options of the axes. */
    PgfPicture axis(String options) {
        axis = options;
        return this;
    }

    /** Where the numbers of the plots to come are. */
    PgfPicture data(String file) {
        data = file;
        return this;
    }

    /** One column of the data over another. */
    PgfPicture plot(String x, String y, PlotLine line) {
        plots.append("  \\addplot[").append(line.colour()).append(", ").append(line.style());
        plots.append("] table[col sep=comma, x=")
                .append(x)
                .append(", y=")
                .append(y)
                .append("] {\\selfstabdata/");
        plots.append(data).append("};\n");
        return legend(line.legend());
    }

    /** A curve through given points. */
    PgfPicture curve(String coordinates, PlotLine line) {
        plots.append("  \\addplot[").append(line.colour()).append(", ").append(line.style());
        plots.append("] coordinates {").append(coordinates).append("};\n");
        return line.legend().isEmpty() ? this : legend(line.legend());
    }

    /** A point of interest. */
    PgfPicture point(String coordinates) {
        plots.append("  \\addplot[black, only marks, mark=x, mark size=3pt, forget plot] coordinates {")
                .append(coordinates)
                .append("};\n");
        return this;
    }

    private PgfPicture legend(String entry) {
        plots.append("  \\addlegendentry{").append(entry).append("}\n");
        return this;
    }

    /** Writes the file. */
    void write(Path folder) throws IOException {
        PendingFile.write(folder.resolve(name + ".tex"), latex());
    }

    private String latex() {
        StringBuilder text = new StringBuilder(comment);
        text.append(LatexText.comment("needs \\usepackage{pgfplots} \\pgfplotsset{compat=1.16}"));
        text.append(LatexText.comment("and, if the CSV files are elsewhere, \\newcommand{\\selfstabdata}{FOLDER}"));
        text.append("\\providecommand{\\selfstabdata}{")
                .append(ReportFolder.PICTURES)
                .append("}%\n");
        for (int i = 0; i < COLOURS.size(); i += 2) {
            text.append("\\providecolor{")
                    .append(COLOURS.get(i))
                    .append("}{HTML}{")
                    .append(COLOURS.get(i + 1))
                    .append("}%\n");
        }
        text.append(
                "\\begin{tikzpicture}\n\\begin{axis}[\n  width=0.8\\linewidth, height=0.5\\linewidth, unbounded coords=jump,\n");
        text.append(
                "  legend cell align=left, legend style={font=\\small, draw=none, fill=none, at={(0.5,1.02)}, anchor=south, /tikz/every even column/.append style={column sep=1em}}, legend columns=-1,\n  ");
        text.append("tick label style={font=\\small},\n  ");
        text.append(axis).append("]\n").append(plots).append("\\end{axis}\n\\end{tikzpicture}%\n");
        return text.toString();
    }

    /** A number that pgfplots reads. */
    static String number(double value) {
        return Double.isNaN(value)
                ? "nan"
                : Double.isInfinite(value) ? (value < 0 ? "-inf" : "inf") : Double.toString(value);
    }

    /**
     * How a line is drawn.
     *
     * @param legend its entry in the legend, in LaTeX
     * @param colour one of the colours of {@link PgfPicture}
     * @param style further options of pgfplots
     */
    record PlotLine(String legend, String colour, String style) {}
}
