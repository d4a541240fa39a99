package org.selfstab.document.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.selfstab.vocabulary.Digits;

/** The colours of figures, each for light and for dark paper. The hues are those of Okabe and Ito. */
public enum Palette {
    PAPER(0xFFFFFF, 0x15191E),
    TEXT(0x1F2328, 0xE6EAEE),
    FRAME(0x8A9199, 0x7D8791),
    GRID(0xE4E7EB, 0x2A3138),
    LEVEL(0xA9B1B9, 0x5B6670),
    BLUE(0x0072B2, 0x4DB2F0),
    SKY(0x56B4E9, 0x7CC8F2),
    GREEN(0x009E73, 0x2CC79B),
    ORANGE(0xE69F00, 0xF2B632),
    VERMILLION(0xD55E00, 0xFF8A3D),
    PURPLE(0xCC79A7, 0xE79AC4);

    private final int light;
    private final int dark;

    Palette(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The colour on light paper. */
    Color color() {
        return new Color(light);
    }

    /** The name of the style sheet's variable that holds the colour, for instance {@code --ink-blue}. */
    public String variable() {
        return "--ink-" + name().toLowerCase(Locale.ROOT);
    }

    /** Declarations of all variables for light paper. */
    public static String lightDeclarations() {
        return Arrays.stream(values()).map(ink -> declaration(ink, ink.light)).collect(Collectors.joining(" "));
    }

    /** Declarations of all variables for dark paper. */
    public static String darkDeclarations() {
        return Arrays.stream(values()).map(ink -> declaration(ink, ink.dark)).collect(Collectors.joining(" "));
    }

    private static String declaration(Palette ink, int rgb) {
        return String.format(Digits.LOCALE, "%s: #%06x;", ink.variable(), rgb);
    }
}
