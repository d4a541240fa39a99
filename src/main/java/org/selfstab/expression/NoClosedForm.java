package org.selfstab.expression;

/**
 * No closed form was found; the geometry has to be computed numerically.
 *
 * @param reason why, for people
 */
public record NoClosedForm(String reason) implements ClosedFormResult {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitNoClosedForm(this);
    }
}
