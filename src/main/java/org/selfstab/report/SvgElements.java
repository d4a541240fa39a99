package org.selfstab.report;

import java.util.Locale;

/** Writes SVG elements. Numbers are rounded to hundredths of a pixel. */
final class SvgElements {

    private final StringBuilder text = new StringBuilder();

    /** Begins a picture of a size in pixels. */
    SvgElements(int width, int height, String title) {
        text.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                        + " font-family=\"sans-serif\" font-size=\"12\">\n<title>%s</title>\n",
                width,
                height,
                width,
                height,
                escaped(title)));
        text.append("<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n");
    }

    /** Anything, with numbers formatted by {@link String#format}. */
    SvgElements add(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
        return this;
    }

    /** A rectangle with a text that shows under the pointer. */
    void cell(double x, double y, double width, double height, String fill, String hint) {
        add(
                "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\"><title>%s</title></rect>",
                x, y, width, height, fill, escaped(hint));
    }

    /** A text; the anchor is start, middle or end. */
    void text(double x, double y, String anchor, String content) {
        add("<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(content));
    }

    /** The whole picture. */
    String write() {
        return text + "</svg>\n";
    }

    /** A text in which markup means nothing. */
    static String escaped(String content) {
        return content.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
