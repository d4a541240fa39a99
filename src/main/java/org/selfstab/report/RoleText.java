package org.selfstab.report;

import org.selfstab.expression.TaylorTerm.Role;
import org.selfstab.vocabulary.Notation;

/**
 * What the parts of the third-order Taylor polynomial are called.
 *
 * @param name the name for people
 * @param formula the part's general formula
 */
record RoleText(String name, Notation formula) {

    static RoleText of(Role role) {
        return switch (role) {
            case CONSTANT -> text("constant", "L", "L", "L");
            case GRADIENT_ALONG_U ->
                text("gradient along u", "(grad L . u) x", "(∇L · u) x", "(\\nabla L \\cdot u)\\,x");
            case GRADIENT_OFF_U -> text("gradient off u", "grad L . w", "∇L · w", "\\nabla L \\cdot w");
            case SHARPNESS -> text("sharpness", "S x^2/2", "S x²/2", "S x^2/2");
            case HESSIAN_OFF_DIAGONAL ->
                text("Hessian off diagonal", "(u . H w) x", "(u · H w) x", "(u \\cdot H w)\\,x");
            case HESSIAN_OFF_U -> text("Hessian off u", "w . H w/2", "w · H w/2", "w \\cdot H w/2");
            case SKEWNESS -> text("skewness", "kappa_3 x^3/6", "κ₃ x³/6", "\\kappa_3 x^3/6");
            case SELF_STABILIZATION ->
                text(
                        "self-stabilization",
                        "(gradS_perp . w) x^2/2",
                        "(∇S⊥ · w) x²/2",
                        "(\\nabla S^\\perp \\cdot w)\\,x^2/2");
            case THIRD_ALONG_U -> text("third along u", "D3L(u,w,w) x/2", "D3L(u,w,w) x/2", "D^3L(u,w,w)\\,x/2");
            case THIRD_OFF_U -> text("third off u", "D3L(w,w,w)/6", "D3L(w,w,w)/6", "D^3L(w,w,w)/6");
        };
    }

    private static RoleText text(String name, String ascii, String unicode, String latex) {
        return new RoleText(name, Notation.formula(ascii, unicode, latex));
    }
}
