From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition W (eta m S : R) : R :=
  S * (1 - m) * (2 * (1 + m) - eta * S) / (eta * (1 + m)).

Definition W_S (eta m S : R) : R :=
  ((1 - m) * (2 * (1 + m) - eta * S) + S * (1 - m) * (- eta)) / (eta * (1 + m)).

Lemma W_S_derivative : forall (eta m S : R), 0 < eta -> 0 < m -> is_derive (fun S => W eta m S) S (W_S eta m S).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 1 + m <> 0) by (nonzero).
  change (is_derive (fun S => S * (1 - m) * (2 * (1 + m) - eta * S) / (eta * (1 + m))) S (((1 - m) * (2 * (1 + m) - eta * S) + S * (1 - m) * (- eta)) / (eta * (1 + m)))).
  derivative.
Qed.

Lemma equation : forall (eta m S : R), 0 < eta -> 0 < m -> W_S eta m (2 * (1 + m) / eta) + S = S - 2 * (1 - m) / eta.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 1 + m <> 0) by (nonzero).
  change (((1 - m) * (2 * (1 + m) - eta * (2 * (1 + m) / eta)) + 2 * (1 + m) / eta * (1 - m) * (- eta)) / (eta * (1 + m)) + S = S - 2 * (1 - m) / eta).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m S : R), 0 < eta -> 0 < m -> is_derive (fun S => W eta m S) S (W_S eta m S))
  /\ (forall (eta m S : R), 0 < eta -> 0 < m -> W_S eta m (2 * (1 + m) / eta) + S = S - 2 * (1 - m) / eta).

Theorem proved : claims.
Proof. exact (conj W_S_derivative equation). Qed.

End Equation1.

Module Equation2.

Definition gap (a sigma alpha beta : R) : R :=
  a * sigma ^ 2 * beta / (4 * alpha).

Lemma equation : forall (a sigma alpha beta : R), 0 < a -> 0 < sigma -> 0 < alpha -> 0 < beta -> 2 / a * gap a sigma alpha beta = sigma ^ 2 * beta / (2 * alpha).
Proof.
  intros.
  try assert (P0 : a <> 0) by (nonzero).
  try assert (P1 : alpha <> 0) by (nonzero).
  change (2 / a * (a * sigma ^ 2 * beta / (4 * alpha)) = sigma ^ 2 * beta / (2 * alpha)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (a sigma alpha beta : R), 0 < a -> 0 < sigma -> 0 < alpha -> 0 < beta -> 2 / a * gap a sigma alpha beta = sigma ^ 2 * beta / (2 * alpha)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem stochastic_sharpness_gap : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions stochastic_sharpness_gap.
