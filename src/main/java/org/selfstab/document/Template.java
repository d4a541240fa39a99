package org.selfstab.document;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The template of pages. It has no logic, and escapes what is put into it, but for what is HTML already. */
public final class Template {

    private static final Mustache PAGE = compile("page.mustache");

    private Template() {}

    private static Mustache compile(String name) {
        return new DefaultMustacheFactory().compile(new InputStreamReader(open(name), StandardCharsets.UTF_8), name);
    }

    private static InputStream open(String name) {
        InputStream stream = Template.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the program was built without " + name);
        }
        return stream;
    }

    /** A page from its view. */
    public static String fill(Object view) {
        StringWriter html = new StringWriter();
        PAGE.execute(html, view);
        return html.toString();
    }

    /** The text of a resource beside the template. */
    public static String resource(String name) {
        try (InputStream stream = open(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
