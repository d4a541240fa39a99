From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition f (c n : R) : R :=
  c / sqrt n.

Definition l (a b n : R) : R :=
  (a + b) / n.

Definition g (c n eta : R) : R :=
  eta * f c n / sqrt n.

Lemma equation : forall (a b c n eta : R), 0 < n -> 0 < eta -> (c - g c n eta * a - g c n eta * b + (g c n eta) ^ 2 * c) / sqrt n = f c n * (1 - eta * l a b n + eta ^ 2 * (f c n) ^ 2 / n).
Proof.
  intros.
  try assert (P0 : 0 <= n) by (nonneg).
  try assert (P1 : 0 < n) by (pos).
  try assert (P2 : n <> 0) by (nonzero).
  change ((c - eta * (c / sqrt n) / sqrt n * a - eta * (c / sqrt n) / sqrt n * b + (eta * (c / sqrt n) / sqrt n) ^ 2 * c) / sqrt n = c / sqrt n * (1 - eta * ((a + b) / n) + eta ^ 2 * (c / sqrt n) ^ 2 / n)).
  assert (Q0 : (sqrt n) ^ 2 = n) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (a b c n eta : R), 0 < n -> 0 < eta -> (c - g c n eta * a - g c n eta * b + (g c n eta) ^ 2 * c) / sqrt n = f c n * (1 - eta * l a b n + eta ^ 2 * (f c n) ^ 2 / n)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition f (c n : R) : R :=
  c / sqrt n.

Definition l (a b n : R) : R :=
  (a + b) / n.

Definition g (c n eta : R) : R :=
  eta * f c n / sqrt n.

Lemma equation : forall (a b c n eta : R), 0 < n -> 0 < eta -> (a - 2 * g c n eta * c + (g c n eta) ^ 2 * b + (b - 2 * g c n eta * c + (g c n eta) ^ 2 * a)) / n = l a b n + eta * (f c n) ^ 2 * (eta * l a b n + (- 4)) / n.
Proof.
  intros.
  try assert (P0 : 0 <= n) by (nonneg).
  try assert (P1 : 0 < n) by (pos).
  try assert (P2 : n <> 0) by (nonzero).
  change ((a - 2 * (eta * (c / sqrt n) / sqrt n) * c + (eta * (c / sqrt n) / sqrt n) ^ 2 * b + (b - 2 * (eta * (c / sqrt n) / sqrt n) * c + (eta * (c / sqrt n) / sqrt n) ^ 2 * a)) / n = (a + b) / n + eta * (c / sqrt n) ^ 2 * (eta * ((a + b) / n) + (- 4)) / n).
  assert (Q0 : (sqrt n) ^ 2 = n) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (a b c n eta : R), 0 < n -> 0 < eta -> (a - 2 * g c n eta * c + (g c n eta) ^ 2 * b + (b - 2 * g c n eta * c + (g c n eta) ^ 2 * a)) / n = l a b n + eta * (f c n) ^ 2 * (eta * l a b n + (- 4)) / n).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition f1 (u1 u2 u3 v1 v2 v3 : R) : R :=
  (u1 * v1 + u2 * v2 + u3 * v3) ^ 2 / 6.

Definition f1_u1 (u1 u2 u3 v1 v2 v3 : R) : R :=
  2 * (u1 * v1 + u2 * v2 + u3 * v3) * v1 / 6.

Lemma f1_u1_derivative : forall (u1 u2 u3 v1 v2 v3 : R), is_derive (fun u1 => f1 u1 u2 u3 v1 v2 v3) u1 (f1_u1 u1 u2 u3 v1 v2 v3).
Proof.
  intros.
  change (is_derive (fun u1 => (u1 * v1 + u2 * v2 + u3 * v3) ^ 2 / 6) u1 (2 * (u1 * v1 + u2 * v2 + u3 * v3) * v1 / 6)).
  derivative.
Qed.

Lemma equation : forall (u1 u2 u3 v1 v2 v3 : R), f1_u1 u1 u2 u3 v1 v2 v3 = (u1 * v1 + u2 * v2 + u3 * v3) * v1 / 3.
Proof.
  intros.
  change (2 * (u1 * v1 + u2 * v2 + u3 * v3) * v1 / 6 = (u1 * v1 + u2 * v2 + u3 * v3) * v1 / 3).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (u1 u2 u3 v1 v2 v3 : R), is_derive (fun u1 => f1 u1 u2 u3 v1 v2 v3) u1 (f1_u1 u1 u2 u3 v1 v2 v3))
  /\ (forall (u1 u2 u3 v1 v2 v3 : R), f1_u1 u1 u2 u3 v1 v2 v3 = (u1 * v1 + u2 * v2 + u3 * v3) * v1 / 3).

Theorem proved : claims.
Proof. exact (conj f1_u1_derivative equation). Qed.

End Equation3.

Module Equation4.

Definition f1 (u1 u2 u3 v1 v2 v3 : R) : R :=
  (u1 * v1 + u2 * v2 + u3 * v3) ^ 2 / 6.

Definition f1_v1 (u1 u2 u3 v1 v2 v3 : R) : R :=
  2 * (u1 * v1 + u2 * v2 + u3 * v3) * u1 / 6.

Lemma f1_v1_derivative : forall (u1 u2 u3 v1 v2 v3 : R), is_derive (fun v1 => f1 u1 u2 u3 v1 v2 v3) v1 (f1_v1 u1 u2 u3 v1 v2 v3).
Proof.
  intros.
  change (is_derive (fun v1 => (u1 * v1 + u2 * v2 + u3 * v3) ^ 2 / 6) v1 (2 * (u1 * v1 + u2 * v2 + u3 * v3) * u1 / 6)).
  derivative.
Qed.

Lemma equation : forall (u1 u2 u3 v1 v2 v3 : R), f1_v1 u1 u2 u3 v1 v2 v3 = (u1 * v1 + u2 * v2 + u3 * v3) * u1 / 3.
Proof.
  intros.
  change (2 * (u1 * v1 + u2 * v2 + u3 * v3) * u1 / 6 = (u1 * v1 + u2 * v2 + u3 * v3) * u1 / 3).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (u1 u2 u3 v1 v2 v3 : R), is_derive (fun v1 => f1 u1 u2 u3 v1 v2 v3) v1 (f1_v1 u1 u2 u3 v1 v2 v3))
  /\ (forall (u1 u2 u3 v1 v2 v3 : R), f1_v1 u1 u2 u3 v1 v2 v3 = (u1 * v1 + u2 * v2 + u3 * v3) * u1 / 3).

Theorem proved : claims.
Proof. exact (conj f1_v1_derivative equation). Qed.

End Equation4.

Theorem catapult_recursions : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved Equation4.proved))). Qed.

Print Assumptions catapult_recursions.
