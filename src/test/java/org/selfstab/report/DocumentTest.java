package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.cli.Main;
import org.selfstab.document.Document;
import org.selfstab.document.Template;

/** Pages and their figures as files: figures are whole, and a page may hold nothing; what pages say is in {@link ReportsTest}. */
class DocumentTest {

    @TempDir
    private Path folder;

    @Test
    void everyFigureIsASoundSvgAndAPictureThatShowsSomething() throws Exception {
        run("verify", "examples/disk-valley.toml");
        try (Stream<Path> files = Files.list(folder.resolve("out/disk-valley/figures"))) {
            List<Path> figures = files.toList();
            assertThat(figures).hasSizeGreaterThanOrEqualTo(16);
            for (Path figure : figures) {
                if (figure.toString().endsWith(".svg")) {
                    assertThat(DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(figure.toFile())
                                    .getDocumentElement()
                                    .getTagName())
                            .isEqualTo("svg");
                } else {
                    assertThat(colours(ImageIO.read(figure.toFile())))
                            .as(figure.toString())
                            .isGreaterThan(10);
                }
            }
        }
    }

    private static long colours(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void aPageMayHoldNothing() {
        Document page = new Document.Builder("Empty", "").restingOn("none");
        assertThat(ReportFolder.html(page, List.of()))
                .contains("<h1>Empty</h1>")
                .doesNotContain("<table", "<figure", "id=\"data\"", "id=\"stepper\"");
        assertThatThrownBy(() -> Template.resource("no-such-file")).isInstanceOf(IllegalStateException.class);
    }

    private void run(String command, String file) {
        StringWriter err = new StringWriter();
        int status = Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                command,
                file,
                "--quiet",
                "--out",
                folder.resolve("out").toString());
        assertThat(status).as(err.toString()).isNotEqualTo(2).isNotEqualTo(70);
    }
}
