From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition co (a : R) : R :=
  cos a.

Definition si (a : R) : R :=
  sin a.

Definition push (x g eta alpha : R) : R :=
  eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2.

Definition w1 (a x z g eta alpha : R) : R :=
  (- si a) * z - si a * push x g eta alpha.

Definition w2 (a x z g eta alpha : R) : R :=
  co a * z + co a * push x g eta alpha.

Definition along (a x z g eta alpha : R) : R :=
  co a * w1 a x z g eta alpha + si a * w2 a x z g eta alpha.

Lemma equation : forall (a x z g eta alpha : R), 0 < g -> 0 < eta -> 0 < alpha -> co a * (w1 a x z g eta alpha - co a * along a x z g eta alpha - co a * (1 + eta * g * z) * x) + si a * (w2 a x z g eta alpha - si a * along a x z g eta alpha - si a * (1 + eta * g * z) * x) = (- (1 + eta * g * z)) * x.
Proof.
  intros.
  try assert (P0 : g <> 0) by (nonzero).
  change (cos a * ((- sin a) * z - sin a * (eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2) - cos a * (cos a * ((- sin a) * z - sin a * (eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2)) + sin a * (cos a * z + cos a * (eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2))) - cos a * (1 + eta * g * z) * x) + sin a * (cos a * z + cos a * (eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2) - sin a * (cos a * ((- sin a) * z - sin a * (eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2)) + sin a * (cos a * z + cos a * (eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2))) - sin a * (1 + eta * g * z) * x) = (- (1 + eta * g * z)) * x).
  assert (Q0 : sin (a) ^ 2 = 1 - cos (a) ^ 2) by (rewrite <- !Rsqr_pow2; apply sin2).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (a x z g eta alpha : R), 0 < g -> 0 < eta -> 0 < alpha -> co a * (w1 a x z g eta alpha - co a * along a x z g eta alpha - co a * (1 + eta * g * z) * x) + si a * (w2 a x z g eta alpha - si a * along a x z g eta alpha - si a * (1 + eta * g * z) * x) = (- (1 + eta * g * z)) * x).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition co (a : R) : R :=
  cos a.

Definition si (a : R) : R :=
  sin a.

Definition push (x g eta alpha : R) : R :=
  eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2.

Definition w1 (a x z g eta alpha : R) : R :=
  (- si a) * z - si a * push x g eta alpha.

Definition w2 (a x z g eta alpha : R) : R :=
  co a * z + co a * push x g eta alpha.

Definition along (a x z g eta alpha : R) : R :=
  co a * w1 a x z g eta alpha + si a * w2 a x z g eta alpha.

Lemma equation : forall (a x z g eta alpha : R), 0 < g -> 0 < eta -> 0 < alpha -> (- g) * si a * (w1 a x z g eta alpha - co a * along a x z g eta alpha - co a * (1 + eta * g * z) * x) + g * co a * (w2 a x z g eta alpha - si a * along a x z g eta alpha - si a * (1 + eta * g * z) * x) = g * z + eta * (alpha - g ^ 2 * x ^ 2 / 2).
Proof.
  intros.
  try assert (P0 : g <> 0) by (nonzero).
  change ((- g) * sin a * ((- sin a) * z - sin a * (eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2) - cos a * (cos a * ((- sin a) * z - sin a * (eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2)) + sin a * (cos a * z + cos a * (eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2))) - cos a * (1 + eta * g * z) * x) + g * cos a * (cos a * z + cos a * (eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2) - sin a * (cos a * ((- sin a) * z - sin a * (eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2)) + sin a * (cos a * z + cos a * (eta * g * (2 * alpha / g ^ 2 - x ^ 2) / 2))) - sin a * (1 + eta * g * z) * x) = g * z + eta * (alpha - g ^ 2 * x ^ 2 / 2)).
  assert (Q0 : sin (a) ^ 2 = 1 - cos (a) ^ 2) by (rewrite <- !Rsqr_pow2; apply sin2).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (a x z g eta alpha : R), 0 < g -> 0 < eta -> 0 < alpha -> (- g) * si a * (w1 a x z g eta alpha - co a * along a x z g eta alpha - co a * (1 + eta * g * z) * x) + g * co a * (w2 a x z g eta alpha - si a * along a x z g eta alpha - si a * (1 + eta * g * z) * x) = g * z + eta * (alpha - g ^ 2 * x ^ 2 / 2)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem moving_frame : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions moving_frame.
