package org.selfstab.document.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FigureDrawerTest {

    private static final String HOSTILE = "<script>alert(1)</script> & \"quotes\"";

    private static final Figure FIGURE = new Figure(
            "wave",
            HOSTILE,
            HOSTILE,
            Figure.Shape.COURSE,
            Axis.steps(0, 100),
            Axis.linear("sine", "dimensionless", new Range(-1.1, 1.1)),
            List.of(
                    new Series("dashed", Role.PREDICTED, Points.of(101, i -> i, i -> Math.sin(i / 10.0))),
                    new Series("dots", Role.EXACT, Points.of(101, i -> i, i -> Math.cos(i / 10.0)))),
            List.of(new Figure.Note("a note", 50, 0)),
            List.of());

    private static final Drawing DRAWING = FigureDrawer.draw(FIGURE);

    @Test
    void theSvgIsWellFormedAndSaysWhatItShows() throws Exception {
        Document document = parsed(DRAWING.svg());
        Element root = document.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(HOSTILE);
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo(HOSTILE);
        assertThat(root.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void theCurveIsOnePathSoThatItsDashesGoOn() throws Exception {
        Element root = parsed(DRAWING.svg()).getDocumentElement();
        List<Element> dashed = IntStream.range(
                        0, root.getElementsByTagName("path").getLength())
                .mapToObj(i -> (Element) root.getElementsByTagName("path").item(i))
                .filter(path -> path.getAttribute("style").contains("stroke-dasharray:6 3"))
                .filter(path -> !path.getAttribute("clip-path").isEmpty())
                .toList();
        assertThat(dashed).hasSize(1);
        assertThat(dashed.get(0).getAttribute("d").chars().filter(c -> c == 'M').count())
                .isEqualTo(1);
        assertThat(dashed.get(0).getAttribute("d").chars().filter(c -> c == 'l').count())
                .isEqualTo(100);
    }

    /** The legend alone is outside of the plot's clip: dots of 3.2 pixels would not show their colour there. */
    @Test
    void aSmallDotHasALargerOneInTheLegend() {
        assertThat(DRAWING.svg())
                .containsPattern("<path style=\"[^\"]*stroke-width:5.2;[^\"]*\" d=\"M\\S+ \\S+l0 0\"/>");
        assertThat(DRAWING.svg()).containsPattern("<path clip-path=\"[^\"]*\" style=\"[^\"]*stroke-width:3.2;");
    }

    @Test
    void inAPageTheStyleSheetHoldsTheColours() {
        assertThat(DRAWING.themed())
                .contains("var(--ink-blue)", "var(--ink-vermillion)", "var(--ink-paper)")
                .doesNotContain("fill:#");
        assertThat(DRAWING.svg()).doesNotContain("var(");
    }

    @Test
    void thePngShowsSomething() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(DRAWING.png()));
        assertThat(image.getWidth()).isEqualTo(2 * FIGURE.shape().width());
        assertThat(image.getHeight()).isEqualTo(2 * FIGURE.shape().height());
        long colours = IntStream.range(0, image.getWidth())
                .flatMap(x -> IntStream.range(0, image.getHeight()).map(y -> image.getRGB(x, y)))
                .distinct()
                .count();
        assertThat(colours).isGreaterThan(50);
    }

    @Test
    void theFrameTellsWhereTheAxesAre() {
        Drawing.Frame.Side x = DRAWING.frame().x();
        Drawing.Frame.Side y = DRAWING.frame().y();
        assertThat(x.lowPixel()).isBetween(20.0, 120.0);
        assertThat(x.highPixel()).isCloseTo(712, within(1.0));
        assertThat(y.lowPixel()).isGreaterThan(y.highPixel());
    }

    @Test
    void numbersAreWrittenAsPeopleDo() {
        assertThat(TickFormat.brief(0.0000123456)).isEqualTo("1.235×10⁻⁵");
        assertThat(TickFormat.brief(-12.5)).isEqualTo("−12.5");
        assertThat(TickFormat.brief(1e7)).isEqualTo("10⁷");
        assertThat(TickFormat.brief(0)).isEqualTo("0");
        assertThat(TickFormat.tick(6.66666667)).isEqualTo("6.66666667");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
