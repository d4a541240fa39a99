package org.selfstab.report;

import org.selfstab.symbolic.TaylorTerm.Role;

/**
 * What the parts of the third-order Taylor polynomial are called.
 *
 * @param name the name for people
 * @param formula the part's general formula
 */
record RoleText(String name, String formula) {

    static RoleText of(Role role) {
        return switch (role) {
            case CONSTANT -> new RoleText("constant", "L");
            case GRADIENT_ALONG_U -> new RoleText("gradient along u", "(grad L . u) x");
            case GRADIENT_OFF_U -> new RoleText("gradient off u", "grad L . w");
            case SHARPNESS -> new RoleText("sharpness", "S x^2/2");
            case HESSIAN_OFF_DIAGONAL -> new RoleText("Hessian off diagonal", "(u . H w) x");
            case HESSIAN_OFF_U -> new RoleText("Hessian off u", "w . H w/2");
            case SKEWNESS -> new RoleText("skewness", "kappa_3 x^3/6");
            case SELF_STABILIZATION -> new RoleText("self-stabilization", "(gradS_perp . w) x^2/2");
            case THIRD_ALONG_U -> new RoleText("third along u", "D3L(u,w,w) x/2");
            case THIRD_OFF_U -> new RoleText("third off u", "D3L(w,w,w)/6");
        };
    }
}
