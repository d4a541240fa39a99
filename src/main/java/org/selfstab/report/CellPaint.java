package org.selfstab.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.PointValue;

/** How the cells of a heat map are painted, and what its legend shows. */
sealed interface CellPaint {

    /** What is undefined is hatched. */
    String HATCHED = "url(#hatch)";

    /** The fill of a point's cell. */
    String fill(PointResult point);

    /** The value of a point, for people. */
    String value(PointResult point);

    /** Draws the legend to the right of the cells. */
    void legend(SvgElements svg, double x, double y, double height);

    /**
     * Numbers by a colour scale.
     *
     * @param quantity the quantity's place among those asked for
     * @param scale the range of its numbers
     */
    record Numbers(int quantity, ColourScale scale) implements CellPaint {

        private static final int STRIPES = 64;
        private static final int BAR_WIDTH = 16;

        @Override
        public String fill(PointResult point) {
            PointValue value = point.values().get(quantity);
            return value.number().isPresent()
                    ? Viridis.of(scale.share(value.number().getAsDouble()))
                    : HATCHED;
        }

        @Override
        public String value(PointResult point) {
            PointValue value = point.values().get(quantity);
            return value.isDefined()
                    ? value.text()
                    : "undefined: " + point.status().words();
        }

        @Override
        public void legend(SvgElements svg, double x, double y, double height) {
            for (int i = 0; i < STRIPES; i++) {
                double top = y + height * (1 - (i + 1) / (double) STRIPES);
                svg.add(
                        "<rect x=\"%.2f\" y=\"%.2f\" width=\"%d\" height=\"%.2f\" fill=\"%s\"/>",
                        x, top, BAR_WIDTH, height / STRIPES + 0.5, Viridis.of((i + 0.5) / STRIPES));
            }
            for (ColourScale.Tick tick : scale.ticks()) {
                double at = y + height * (1 - tick.share());
                svg.add("<path d=\"M%.2f %.2fh5\" stroke=\"#000000\"/>", x + BAR_WIDTH, at);
                svg.text(x + BAR_WIDTH + 8, at + 4, "start", tick.text());
            }
            svg.text(x, y - 8, "start", scale.isLogarithmic() ? "logarithmic" : "");
        }
    }

    /**
     * Verdicts by one colour each.
     *
     * @param words the verdict of a point; empty if it has none
     */
    record Verdicts(Function<PointResult, String> words) implements CellPaint {

        private static final Map<String, String> COLOURS =
                Map.of("holds", "#0072B2", "fails", "#D55E00", "undecided", "#F0E442", "not applicable", "#BBBBBB");

        @Override
        public String fill(PointResult point) {
            return COLOURS.getOrDefault(words.apply(point), HATCHED);
        }

        @Override
        public String value(PointResult point) {
            String word = words.apply(point);
            return word.isEmpty() ? "undefined: " + point.status().words() : word;
        }

        @Override
        public void legend(SvgElements svg, double x, double y, double height) {
            double line = y;
            for (String word : List.of("holds", "fails", "undecided", "not applicable", "undefined")) {
                svg.cell(x, line, 14, 14, COLOURS.getOrDefault(word, HATCHED), word.toUpperCase(Locale.ROOT));
                svg.text(x + 20, line + 11, "start", word);
                line += 22;
            }
        }
    }
}
