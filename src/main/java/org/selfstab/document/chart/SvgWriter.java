package org.selfstab.document.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.selfstab.vocabulary.Digits;

/** Writes a sketch as an SVG element: neighbours that look alike are one path, and it says what it shows. */
final class SvgWriter {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();

    private final String name;
    private final Function<Color, String> colors;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private SvgWriter(String name, Function<Color, String> colors) throws XMLStreamException {
        this.name = name;
        this.colors = colors;
        this.xml = FACTORY.createXMLStreamWriter(text);
    }

    /**
     * Writes an element with colours and size of its own.
     *
     * @param sketch what is drawn
     * @param width in pixels
     * @param height in pixels
     * @param figure its name, title and caption
     */
    static String standalone(DisplayList sketch, int width, int height, Titles figure) {
        String size = String.format(Digits.LOCALE, "%d %d", width, height);
        return write(sketch, figure, SvgWriter::fixed, size, Optional.of(new int[] {width, height}));
    }

    /** Writes an element that takes its colours from variables of a style sheet, and its size from where it stands. */
    static String themed(DisplayList sketch, int width, int height, Titles figure) {
        String size = String.format(Digits.LOCALE, "%d %d", width, height);
        return write(sketch, figure, SvgWriter::variable, size, Optional.empty());
    }

    /**
     * What a drawing says of itself.
     *
     * @param name sets its identifiers apart from those of other drawings in one page
     * @param title what it is
     * @param description what it shows
     */
    record Titles(String name, String title, String description) {}

    private static String write(
            DisplayList sketch, Titles titles, Function<Color, String> colors, String size, Optional<int[]> pixels) {
        try {
            SvgWriter writer = new SvgWriter(titles.name(), colors);
            writer.begin(titles, size, pixels);
            writer.shapes(sketch.strokes());
            writer.xml.writeEndElement();
            writer.xml.close();
            return writer.text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("XML that cannot be written", impossible);
        }
    }

    private void begin(Titles titles, String size, Optional<int[]> pixels) throws XMLStreamException {
        xml.writeStartElement("svg");
        xml.writeAttribute("xmlns", "http://www.w3.org/2000/svg");
        xml.writeAttribute("viewBox", "0 0 " + size);
        if (pixels.isPresent()) {
            xml.writeAttribute("width", Integer.toString(pixels.get()[0]));
            xml.writeAttribute("height", Integer.toString(pixels.get()[1]));
        }
        xml.writeAttribute("role", "img");
        xml.writeAttribute("aria-labelledby", name + "-title " + name + "-desc");
        textElement("title", titles.title());
        textElement("desc", titles.description());
    }

    private void textElement(String tag, String content) throws XMLStreamException {
        xml.writeStartElement(tag);
        xml.writeAttribute("id", name + "-" + tag);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }

    private void shapes(List<DisplayList.Drawn> strokes) throws XMLStreamException {
        List<Shape> clips = strokes.stream()
                .flatMap(drawn -> drawn.clip().stream())
                .distinct()
                .toList();
        for (Shape clip : clips) {
            clipPath(clips.indexOf(clip), clip.getBounds2D());
        }
        int from = 0;
        while (from < strokes.size()) {
            int to = from + 1;
            while (to < strokes.size() && strokes.get(to).looksLike(strokes.get(from))) {
                to++;
            }
            path(strokes.subList(from, to), clips);
            from = to;
        }
    }

    private void clipPath(int index, Rectangle2D area) throws XMLStreamException {
        xml.writeStartElement("clipPath");
        xml.writeAttribute("id", name + "-clip-" + index);
        xml.writeEmptyElement("path");
        xml.writeAttribute("d", PathData.of(area));
        xml.writeEndElement();
    }

    private void path(List<DisplayList.Drawn> alike, List<Shape> clips) throws XMLStreamException {
        DisplayList.Drawn first = alike.get(0);
        xml.writeEmptyElement("path");
        if (first.clip().isPresent()) {
            xml.writeAttribute(
                    "clip-path",
                    "url(#" + name + "-clip-" + clips.indexOf(first.clip().get()) + ")");
        }
        xml.writeAttribute("style", style(first));
        xml.writeAttribute(
                "d", alike.stream().map(drawn -> PathData.of(drawn.shape())).collect(Collectors.joining()));
    }

    private String style(DisplayList.Drawn drawn) {
        String color = colors.apply(drawn.color());
        return drawn.pen()
                .map(pen -> "fill:none;stroke:" + color + ";stroke-width:" + number(pen.getLineWidth()) + dashes(pen)
                        + (pen.getEndCap() == BasicStroke.CAP_ROUND ? ";stroke-linecap:round" : "")
                        + ";stroke-linejoin:round")
                .orElse("fill:" + color);
    }

    private static String dashes(BasicStroke pen) {
        float[] dashes = pen.getDashArray();
        return dashes == null
                ? ""
                : IntStream.range(0, dashes.length)
                        .mapToObj(i -> number(dashes[i]))
                        .collect(Collectors.joining(" ", ";stroke-dasharray:", ""));
    }

    private static String number(float value) {
        return value == Math.rint(value) ? Integer.toString((int) value) : Float.toString(value);
    }

    private static String fixed(Color color) {
        return String.format(Digits.LOCALE, "#%06x", color.getRGB() & 0xFFFFFF);
    }

    private static String variable(Color color) {
        return Arrays.stream(Palette.values())
                .filter(ink -> ink.color().equals(color))
                .map(ink -> "var(" + ink.variable() + ")")
                .findFirst()
                .orElseGet(() -> fixed(color));
    }
}
