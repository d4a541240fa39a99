package org.selfstab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gallery of the documentation's site, which no build of the program makes, is made of few examples, two of which have one file name. */
class GalleryTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(gallery/[^\"]+)\"");

    @TempDir
    private Path folder;

    @Test
    void eachExampleHasItsReportAndPicture() throws Exception {
        Path examples = folder.resolve("examples");
        example("bare-valley", examples.resolve("one/valley.toml"));
        example("valleys/bent-valley", examples.resolve("other/valley.toml"));
        example("minima/log-cosh-product", examples.resolve("not-at-edge.toml"));
        Path site = folder.resolve("site");

        write(examples, site);

        String page = Files.readString(site.resolve("gallery.html"));
        assertThat(page)
                .doesNotContain("nothing to draw")
                .contains("gallery/one/valley/figures/sharpness.svg", "gallery/other/valley/figures/sharpness.svg")
                .contains(
                        "gallery/not-at-edge/figures/sharpness-along-descent.svg", "gallery/not-at-edge/explore.html");
        Matcher links = LINK.matcher(page);
        while (links.find()) {
            assertThat(site.resolve(links.group(1))).exists();
        }
    }

    private static void example(String name, Path copy) throws IOException {
        Files.createDirectories(copy.getParent());
        Files.copy(Path.of("examples", name + ".toml"), copy);
    }

    /** By the sources of the site as they are. */
    private void write(Path examples, Path site) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> options = List.of(
                "-proc:none", "-d", classes.toString(), "-sourcepath", "src/site/java", "src/site/java/Gallery.java");
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new)))
                .isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            loader.loadClass("Gallery").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {examples.toString(), site.toString()});
        }
    }
}
