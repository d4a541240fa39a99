package org.selfstab.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.cli.Main;

/** Pages as files: what a problem file says is escaped, figures are whole, and what cannot be drawn is named with its reason. */
class PageTest {

    private static final String MARKUP = "</title><script>alert('1 < 2')</script>";

    @TempDir
    private Path folder;

    @Test
    void nothingThatAFileSaysBecomesMarkup() throws IOException {
        Path file = folder.resolve("stranger.toml");
        String example = Files.readString(Path.of("examples/sharp-valley.toml"));
        Files.writeString(
                file,
                example.replaceFirst("(?m)^title.*$", "title = \"" + MARKUP + "\"")
                        .replaceFirst("(?m)^source.*$", "source = \"" + MARKUP + "\""));
        run("verify", file.toString());
        String page = Files.readString(folder.resolve("out/stranger/report.html"));
        assertThat(page).doesNotContain("alert('1").contains("&lt;script&gt;alert(");
        assertThat(page.split("<script", -1)).hasSize(3);
        assertThat(page).doesNotContainPattern("(?i)(src|href)\\s*=\\s*[\"']?(https?:)?//");
    }

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
    void aRunWithoutProgressiveSharpeningSaysWhatIsLeftOutAndWhy() throws IOException {
        run("verify", "examples/scalar-product.toml");
        assertThat(Files.readString(folder.resolve("out/scalar-product/report.html")))
                .contains("is left out: ")
                .contains("there is no progressive sharpening")
                .contains("NOT APPLICABLE");
    }

    @Test
    void nothingHalfWrittenIsLeftWhereAFolderCannotBeWritten() throws IOException {
        Files.createDirectories(folder.resolve("out/sharp-valley"));
        Files.writeString(folder.resolve("out/sharp-valley/figures"), "a file where a folder should be");
        StringWriter err = new StringWriter();
        int status = Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "verify",
                "examples/sharp-valley.toml",
                "--quiet",
                "--out",
                folder.resolve("out").toString());
        assertThat(status).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        try (Stream<Path> files = Files.list(folder.resolve("out/sharp-valley"))) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void aPageMayHoldNothing() {
        Page page = new Page(
                "Empty",
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                "none");
        assertThat(ReportFolder.html(page, List.of()))
                .contains("<h1>Empty</h1>")
                .doesNotContain("<script");
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
