package org.selfstab.document.chart;

/** Figures cannot be drawn on this machine. */
public final class DrawingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DrawingException(Throwable cause) {
        super(
                "figures cannot be drawn: " + String.valueOf(cause.getMessage()).replaceAll("\\s+", " ")
                        + "; Java needs fontconfig and a font, for instance the packages fontconfig and fonts-dejavu-core",
                cause);
    }
}
