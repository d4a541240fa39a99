package org.selfstab.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A page of the documentation, in Markdown.
 *
 * @param file its path from the root of the repository
 * @param blocks its blocks of code, in order
 * @param spans its pieces of code within lines
 * @param links what it links to
 */
record Page(Path file, List<Block> blocks, List<String> spans, List<String> links) {

    /**
     * A block of code.
     *
     * @param info what follows the opening fence: a language, and perhaps the name of the file that the block is
     * @param line the first line of its content, from 1
     */
    record Block(String info, int line, String text) {}

    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    /** All pages. */
    static List<Page> all() {
        try (Stream<Path> site = Files.list(Path.of("src/site/markdown"));
                Stream<Path> theory = Files.list(Path.of("theory"))) {
            return Stream.of(Stream.of(Path.of("README.md")), site, theory)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Page read(Path file) {
        try {
            return of(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Page of(Path file, String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> spans = new ArrayList<>();
        List<String> links = new ArrayList<>();
        PARSER.parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                blocks.add(new Block(block.getInfo().strip(), firstLine(block), block.getLiteral()));
            }

            @Override
            public void visit(Code span) {
                spans.add(span.getLiteral());
            }

            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }
        });
        return new Page(file, List.copyOf(blocks), List.copyOf(spans), List.copyOf(links));
    }

    private static int firstLine(Node block) {
        return block.getSourceSpans().get(0).getLineIndex() + 2;
    }
}
