package org.selfstab.expression;

import java.util.List;
import java.util.Optional;

/**
 * The local geometry at a point as expressions of the parameters (theory.md section 1). Vectors are in the order of the
 * variables.
 *
 * @param hessian the rows of H
 * @param blocks the decoupled blocks of H, as lists of indices
 * @param topBlock the block that holds the top eigenvalue
 * @param sharpness S
 * @param u the unit top eigenvector; its component of largest magnitude is positive
 * @param gradient grad L
 * @param sharpnessGradient {@code grad S = D3L(u,u)}, theory.md (1)
 * @param skewness {@code kappa_3 = grad S . u}
 * @param sharpnessGradientOffU {@code gradS_perp = grad S - kappa_3 u}
 * @param alpha {@code -grad L . gradS_perp}, theory.md (3)
 * @param beta {@code |gradS_perp|^2}, theory.md (4)
 * @param delta {@code sqrt(2 alpha/beta)}, theory.md (5); empty where alpha or beta is not positive
 * @param epsilon {@code eta sqrt(alpha)}, theory.md (6); empty where alpha is not positive
 * @param gamma {@code alpha/(|grad L| |gradS_perp|)}, theory.md (7); empty where alpha is not positive
 * @param along the coordinate x along u in the Taylor terms
 * @param off the displacement w off u in the Taylor terms; {@code w . u = 0}
 * @param taylor the third-order Taylor polynomial by parts
 * @param conditions the conditions under which all this holds
 */
public record ClosedForm(
        List<List<Expression>> hessian,
        List<List<Integer>> blocks,
        List<Integer> topBlock,
        Expression sharpness,
        List<Expression> u,
        List<Expression> gradient,
        List<Expression> sharpnessGradient,
        Expression skewness,
        List<Expression> sharpnessGradientOffU,
        Expression alpha,
        Expression beta,
        Optional<Expression> delta,
        Optional<Expression> epsilon,
        Optional<Expression> gamma,
        Symbol along,
        List<Symbol> off,
        List<TaylorTerm> taylor,
        List<BranchCondition> conditions)
        implements ClosedFormResult {

    public ClosedForm {
        hessian = hessian.stream().map(List::copyOf).toList();
        blocks = blocks.stream().map(List::copyOf).toList();
        topBlock = List.copyOf(topBlock);
        u = List.copyOf(u);
        gradient = List.copyOf(gradient);
        sharpnessGradient = List.copyOf(sharpnessGradient);
        sharpnessGradientOffU = List.copyOf(sharpnessGradientOffU);
        off = List.copyOf(off);
        taylor = List.copyOf(taylor);
        conditions = List.copyOf(conditions);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitClosedForm(this);
    }
}
