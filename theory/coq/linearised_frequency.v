From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition f1 (X Y : R) : R :=
  X * Y.

Definition f1_X (Y : R) : R :=
  Y.

Lemma f1_X_derivative : forall (X Y : R), is_derive (fun X => f1 X Y) X (f1_X Y).
Proof.
  intros.
  change (is_derive (fun X => X * Y) X (Y)).
  derivative.
Qed.

Lemma equation : f1_X 0 + 0 = 0.
Proof.
  intros.
  change (0 + 0 = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (X Y : R), is_derive (fun X => f1 X Y) X (f1_X Y))
  /\ (f1_X 0 + 0 = 0).

Theorem proved : claims.
Proof. exact (conj f1_X_derivative equation). Qed.

End Equation1.

Module Equation2.

Definition f1 (X Y : R) : R :=
  X * Y.

Definition f1_X (Y : R) : R :=
  Y.

Lemma f1_X_derivative : forall (X Y : R), is_derive (fun X => f1 X Y) X (f1_X Y).
Proof.
  intros.
  change (is_derive (fun X => X * Y) X (Y)).
  derivative.
Qed.

Definition f2 (X Y : R) : R :=
  X * Y.

Definition f2_Y (X : R) : R :=
  X.

Lemma f2_Y_derivative : forall (X Y : R), is_derive (fun Y => f2 X Y) Y (f2_Y X).
Proof.
  intros.
  change (is_derive (fun Y => X * Y) Y (X)).
  derivative.
Qed.

Definition f3 (X : R) : R :=
  1 - X ^ 2.

Definition f3_X (X : R) : R :=
  - (2 * X).

Lemma f3_X_derivative : forall (X : R), is_derive (fun X => f3 X) X (f3_X X).
Proof.
  intros.
  change (is_derive (fun X => 1 - X ^ 2) X (- (2 * X))).
  derivative.
Qed.

Lemma equation : f1_X 0 * 0 - f2_Y 1 * f3_X 1 = (sqrt 2) ^ 2.
Proof.
  intros.
  change (0 * 0 - 1 * (- (2 * 1)) = (sqrt 2) ^ 2).
  assert (Q0 : (sqrt 2) ^ 2 = 2) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (X Y : R), is_derive (fun X => f1 X Y) X (f1_X Y))
  /\ (forall (X Y : R), is_derive (fun Y => f2 X Y) Y (f2_Y X))
  /\ (forall (X : R), is_derive (fun X => f3 X) X (f3_X X))
  /\ (f1_X 0 * 0 - f2_Y 1 * f3_X 1 = (sqrt 2) ^ 2).

Theorem proved : claims.
Proof. exact (conj f1_X_derivative (conj f2_Y_derivative (conj f3_X_derivative equation))). Qed.

End Equation2.

Module Equation3.

Definition f1 (A t : R) : R :=
  A * sin (sqrt 2 * t).

Definition f1_t (A t : R) : R :=
  A * (cos (sqrt 2 * t) * sqrt 2).

Lemma f1_t_derivative : forall (A t : R), is_derive (fun t => f1 A t) t (f1_t A t).
Proof.
  intros.
  change (is_derive (fun t => A * sin (sqrt 2 * t)) t (A * (cos (sqrt 2 * t) * sqrt 2))).
  derivative.
Qed.

Definition f1_t_t (A t : R) : R :=
  A * ((- sin (sqrt 2 * t)) * sqrt 2 * sqrt 2).

Lemma f1_t_t_derivative : forall (A t : R), is_derive (fun t => f1_t A t) t (f1_t_t A t).
Proof.
  intros.
  change (is_derive (fun t => A * (cos (sqrt 2 * t) * sqrt 2)) t (A * ((- sin (sqrt 2 * t)) * sqrt 2 * sqrt 2))).
  derivative.
Qed.

Lemma equation : forall (A t : R), f1_t_t A t = (- 2) * A * sin (sqrt 2 * t).
Proof.
  intros.
  change (A * ((- sin (sqrt 2 * t)) * sqrt 2 * sqrt 2) = (- 2) * A * sin (sqrt 2 * t)).
  assert (Q0 : (sqrt 2) ^ 2 = 2) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (A t : R), is_derive (fun t => f1 A t) t (f1_t A t))
  /\ (forall (A t : R), is_derive (fun t => f1_t A t) t (f1_t_t A t))
  /\ (forall (A t : R), f1_t_t A t = (- 2) * A * sin (sqrt 2 * t)).

Theorem proved : claims.
Proof. exact (conj f1_t_derivative (conj f1_t_t_derivative equation)). Qed.

End Equation3.

Theorem linearised_frequency : Equation1.claims /\ Equation2.claims /\ Equation3.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved Equation3.proved)). Qed.

Print Assumptions linearised_frequency.
