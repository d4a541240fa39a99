package org.selfstab.expression;

import org.hipparchus.CalculusFieldElement;

/** The binary operations of a straight-line program. */
public enum Operation {
    ADD {
        @Override
        public <T extends CalculusFieldElement<T>> T apply(T left, T right) {
            return left.add(right);
        }
    },
    SUBTRACT {
        @Override
        public <T extends CalculusFieldElement<T>> T apply(T left, T right) {
            return left.subtract(right);
        }
    },
    MULTIPLY {
        @Override
        public <T extends CalculusFieldElement<T>> T apply(T left, T right) {
            return left.multiply(right);
        }
    },
    DIVIDE {
        @Override
        public <T extends CalculusFieldElement<T>> T apply(T left, T right) {
            return left.divide(right);
        }
    };

    /** The operation's result over a field. */
    public abstract <T extends CalculusFieldElement<T>> T apply(T left, T right);
}
